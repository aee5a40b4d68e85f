import { escapeText } from "@kubeschema/command-kit/escape-text";
import { createPaint, type Paint } from "@kubeschema/command-kit/terminal";
import { wrapText } from "@kubeschema/command-kit/wrap-text";
import type { EvaluatedSource, Evaluation } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import { type CauseGroup, groupByCause } from "../evaluate/order-findings.ts";
import { objectKey } from "../observe/object-key.ts";
import { countOf, describeRules } from "./describe-finding.ts";
import { formatFinding } from "./finding-block.ts";
import { type BlockOptions, formatBlocks, marks, stateOfSource } from "./ingress-block.ts";
import { summarize } from "./json-report.ts";
import type { ReportOptions } from "./report-options.ts";
import { viewLimits } from "./view-limits.ts";

/** How the text report is to look. */
export interface TextReportOptions extends Pick<ReportOptions, "knownIds" | "hiddenKnownCount"> {
  /** Columns; below 60 it is formatted for 60. */
  readonly width: number;
  readonly hasColor: boolean;
  /** Shows every Ingress with all its routes, and every finding. */
  readonly isVerbose: boolean;
}

/** What a screen can take; `--verbose` and the other formats have no limit. */
const ingressLimit = 40;
const findingLimit = 60;

/** Longer lines of prose are hard to read. */
const proseWidth = 110;

/**
 * Formats the report for people: the causes, worst first, each with what follows from it; then the Ingresses that need a
 * look, a line for each route; then the counts. A cluster in which all is well gets a single line.
 */
export function formatTextReport(evaluation: Evaluation, options: TextReportOptions): string {
  const paint = createPaint(options.hasColor);
  const width = Math.max(60, options.width);
  const { isVerbose } = options;
  const groups = groupByCause(evaluation.findings);
  const notes = isVerbose ? [] : groups.filter(({ cause }) => cause.severity === "info");
  const shown = groups.filter((group) => !notes.includes(group));
  const isQuiet = shown.length === 0 && !isVerbose && evaluation.sources.every((one) => stateOfSource(one) === "ok");
  const numberOf = new Map(
    shown.flatMap(({ cause, folded }, index) => [cause, ...folded].map((finding) => [finding, index + 1] as const)),
  );
  const context = formatContext(evaluation, { ...options, isQuiet }, paint, width);
  const summary = formatSummary(evaluation, shown, notes, options, paint);
  const lines = isQuiet ? [`${paint(marks.ok.look, marks.ok.sign)} ${summary}`, ...context.slice(1)] : [
    ...context,
    "",
    ...formatGroups(shown, evaluation, { ...options, width: Math.min(width, proseWidth), paint }),
    ...formatSources(evaluation.sources, { width, paint, isVerbose, numberOf }),
    ...formatNotes(notes, paint, width),
    summary,
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

/** What was looked at; from the second line on, what limits what can be said of it. */
function formatContext(
  { view, at, ignoredCount }: Evaluation,
  { hiddenKnownCount = 0, isQuiet }: TextReportOptions & { readonly isQuiet: boolean },
  paint: Paint,
  width: number,
): readonly string[] {
  const version = view.serverVersion === undefined ? "" : ` · Kubernetes ${view.serverVersion}`;
  const lines = [`${view.source}${version} · as of ${formatTime(at)}`];
  if (view.namespace !== undefined) {
    lines.push(`Only namespace ${view.namespace} was read: a route that another namespace has too cannot be seen.`);
  }
  lines.push(...viewLimits(view, isQuiet));
  if (ignoredCount > 0) lines.push(`${countOf(ignoredCount, "finding")} ignored by annotation.`);
  if (hiddenKnownCount > 0) lines.push(`${countOf(hiddenKnownCount, "known finding")} not shown.`);
  return lines.map((line) => wrapText(escapeText(line), width).map((part) => paint("dim", part)).join("\n"));
}

function formatTime(at: string): string {
  return at.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC");
}

function formatGroups(
  groups: readonly CauseGroup[],
  { routeCounts }: Evaluation,
  options: TextReportOptions & { readonly paint: Paint },
): readonly string[] {
  const shown = options.isVerbose ? groups : groups.slice(0, findingLimit);
  const lines = shown.flatMap((group, index) => [
    ...formatFinding(group, {
      number: index + 1,
      routeCount: routeCounts.get(group.cause) ?? 0,
      isKnown: options.knownIds?.has(group.cause.id) === true,
      width: options.width,
      paint: options.paint,
    }),
    "",
  ]);
  const rest = groups.length - shown.length;
  return rest > 0 ? [...lines, `… and ${rest} more findings; --verbose shows all`, ""] : lines;
}

function formatSources(sources: readonly EvaluatedSource[], options: BlockOptions): readonly string[] {
  if (options.isVerbose) return formatBlocks(sources, options);
  const healthy = sources.filter((source) => stateOfSource(source) === "ok");
  const rest = sources.filter((source) => stateOfSource(source) !== "ok");
  const shown = rest.slice(0, ingressLimit);
  const lines = [...formatBlocks(shown, options)];
  if (rest.length > shown.length) {
    lines.push(`… and ${rest.length - shown.length} more Ingresses that need a look; --verbose shows all`, "");
  }
  if (healthy.length > 0) lines.push(...formatHealthy(healthy, options), "");
  return lines;
}

/** All healthy Ingresses in a line or three. */
function formatHealthy(sources: readonly EvaluatedSource[], { paint, width }: BlockOptions): readonly string[] {
  const names = sources.map(({ source: { ref } }) => escapeText(objectKey(ref)));
  const shown = names.slice(0, 12).join(", ");
  const rest = names.length > 12 ? ` and ${names.length - 12} more` : "";
  const count = names.length === 1 ? "1 Ingress does" : `${names.length} Ingresses do`;
  return wrapText(`${count} what the spec asks: ${shown}${rest}`, width - 2).map((line, index) =>
    index === 0 ? `${paint(marks.ok.look, marks.ok.sign)} ${line}` : `  ${line}`
  );
}

function formatNotes(notes: readonly CauseGroup[], paint: Paint, width: number): readonly string[] {
  if (notes.length === 0) return [];
  const text = `${countOf(notes.length, "note")}: ${describeRules(notes.map(({ cause }) => cause))}`;
  const lines = wrapText(`${text}; --verbose shows ${notes.length === 1 ? "it" : "them"}`, width - 2);
  return [...lines.map((line, index) => index === 0 ? `${paint("cyan", "i")} ${line}` : `  ${line}`), ""];
}

function formatSummary(
  evaluation: Evaluation,
  shown: readonly CauseGroup[],
  notes: readonly CauseGroup[],
  { knownIds, isVerbose }: TextReportOptions,
  paint: Paint,
): string {
  const { ingresses, routes, failing, unknown } = summarize(evaluation);
  const parts = [paint("green", `${routes - failing - unknown} ok`)];
  if (failing > 0) parts.push(paint("red", `${failing} failing`));
  if (unknown > 0) parts.push(paint("yellow", `${unknown} not known`));
  const counted = shown.map(({ cause }) => cause).filter(({ severity }) => severity !== "info");
  const failures = counted.filter(({ outcome }) => outcome === "fail").length;
  const unknowns = counted.length - failures;
  const noteCount = notes.length + shown.length - counted.length;
  const known = counted.filter((finding: Finding) => knownIds?.has(finding.id) === true).length;
  const said = [
    failures === 0 ? "nothing found" : countOf(failures, "finding"),
    ...(unknowns === 0 ? [] : [`${unknowns} could not be checked`]),
    ...(knownIds === undefined ? [] : [`${counted.length - known} of them new`]),
    ...(noteCount === 0 ? [] : [countOf(noteCount, "note")]),
  ];
  const counts = `${countOf(ingresses, "Ingress", "Ingresses")}, ${countOf(routes, "route")}`;
  const isQuiet = shown.length === 0 && failing + unknown === 0 && !isVerbose;
  const context = isQuiet ? paint("dim", ` · ${escapeText(evaluation.view.source)}, ${formatTime(evaluation.at)}`) : "";
  return `${counts}: ${parts.join(", ")}; ${said.join(", ")}${context}`;
}
