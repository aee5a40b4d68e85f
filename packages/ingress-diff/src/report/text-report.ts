import type { EvaluatedSource, Evaluation } from "../rules/evaluate.ts";
import type { Finding } from "../rules/finding.ts";
import { formatFinding } from "./finding-block.ts";
import { type BlockOptions, formatBlocks, marks, stateOfSource } from "./ingress-block.ts";
import { summarize, type Summary } from "./json-report.ts";
import { createPaint, escapeText, type Paint, wrap } from "./terminal-text.ts";

/** How the text report is to look. */
export interface TextReportOptions {
  /** Columns; below 60 it is formatted for 60. */
  readonly width: number;
  readonly hasColor: boolean;
  /** Shows every Ingress with all its routes, and every finding. */
  readonly isVerbose: boolean;
}

/** What a screen can take; `--verbose` and `-o json` have no limit. */
const ingressLimit = 40;
const findingLimit = 60;

/** Longer lines of prose are hard to read. */
const proseWidth = 110;

/**
 * Formats the report for people: Ingresses that need a look with their routes, healthy ones in a line, then the
 * findings, worst first, then the counts.
 */
export function formatTextReport(evaluation: Evaluation, options: TextReportOptions): string {
  const paint = createPaint(options.hasColor);
  const width = Math.max(60, options.width);
  const { isVerbose } = options;
  const numberOf = new Map(evaluation.findings.map((finding, index) => [finding, index + 1]));
  const lines = [
    ...formatHeader(evaluation, paint, width),
    "",
    ...formatSources(evaluation.sources, { width, paint, isVerbose, numberOf }),
    ...formatFindings(evaluation, numberOf, { width: Math.min(width, proseWidth), paint, isVerbose }),
    formatSummary(summarize(evaluation), evaluation.findings, paint),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function formatHeader({ view, at }: Evaluation, paint: Paint, width: number): readonly string[] {
  const version = view.serverVersion === undefined ? "" : ` · Kubernetes ${view.serverVersion}`;
  const time = at.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC");
  const lines = [`${view.source}${version} · as of ${time}`];
  if (view.namespace !== undefined) {
    lines.push(`Only namespace ${view.namespace} was read: a route that another namespace has too cannot be seen.`);
  }
  if (!view.isComplete) lines.push("The lists changed while they were read: this is not a single point in time.");
  return lines.flatMap((line) => wrap(escapeText(line), width)).map((line) => paint("dim", line));
}

function formatSources(sources: readonly EvaluatedSource[], options: BlockOptions): readonly string[] {
  const healthy = sources.filter((source) => stateOfSource(source) === "ok");
  if (options.isVerbose) return formatBlocks(sources, options);
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
  const names = sources.map(({ source: { ref } }) => escapeText(`${ref.namespace}/${ref.name}`));
  const shown = names.slice(0, 12).join(", ");
  const rest = names.length > 12 ? ` and ${names.length - 12} more` : "";
  const count = names.length === 1 ? "1 Ingress does" : `${names.length} Ingresses do`;
  return wrap(`${count} what the spec asks: ${shown}${rest}`, width - 2).map((line, index) =>
    index === 0 ? `${paint(marks.ok.look, marks.ok.sign)} ${line}` : `  ${line}`
  );
}

function formatFindings(
  evaluation: Evaluation,
  numberOf: ReadonlyMap<Finding, number>,
  options: Omit<BlockOptions, "numberOf">,
): readonly string[] {
  const { findings, routeCounts } = evaluation;
  if (findings.length === 0) return [];
  const shown = options.isVerbose ? findings : findings.slice(0, findingLimit);
  const lines = shown.flatMap((finding) => [
    ...formatFinding(finding, {
      ...options,
      number: numberOf.get(finding) ?? 0,
      routeCount: routeCounts.get(finding) ?? 0,
    }),
    "",
  ]);
  const rest = findings.length - shown.length;
  return rest > 0 ? [...lines, `… and ${rest} more findings; --verbose shows all`, ""] : lines;
}

function formatSummary(summary: Summary, findings: readonly Finding[], paint: Paint): string {
  const { ingresses, routes, failing, unknown } = summary;
  const parts = [paint("green", `${routes - failing - unknown} ok`)];
  if (failing > 0) parts.push(paint("red", `${failing} failing`));
  if (unknown > 0) parts.push(paint("yellow", `${unknown} not known`));
  const failures = findings.filter(({ outcome, severity }) => outcome === "fail" && severity !== "info").length;
  const unknowns = findings.filter(({ outcome, severity }) => outcome === "unknown" && severity !== "info").length;
  const notes = findings.length - failures - unknowns;
  const said = [
    failures === 0 ? "nothing found" : count(failures, "finding"),
    ...(unknowns === 0 ? [] : [`${unknowns} could not be checked`]),
    ...(notes === 0 ? [] : [count(notes, "note")]),
  ];
  return `${count(ingresses, "Ingress", "Ingresses")}, ${count(routes, "route")}: ${parts.join(", ")}; ${
    said.join(", ")
  }`;
}

function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
