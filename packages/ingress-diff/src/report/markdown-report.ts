import { escapeText } from "@kubeschema/command-kit/escape-text";
import type { EvaluatedSource, Evaluation } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import { type CauseGroup, groupByCause } from "../evaluate/order-findings.ts";
import { objectKey } from "../observe/object-key.ts";
import { countOf, describeEvents, describeFinding, describeFolded, describeObject } from "./describe-finding.ts";
import { summarize } from "./json-report.ts";
import type { ReportOptions } from "./report-options.ts";
import { toRouteRow } from "./route-row.ts";
import { viewLimits } from "./view-limits.ts";

/** GitHub refuses a comment of more than 65,536 characters; a job summary may have 1 MiB. */
const sizeLimit = 60_000;

/**
 * Formats GitHub-flavoured Markdown: a heading with the verdict, the causes, and a folded table of the routes that are
 * not fine. Stays under the size that GitHub takes for a comment, and says what it left out.
 *
 * Text from the cluster is only in code, where it can neither become markup nor mention anybody.
 */
export function formatMarkdownReport(evaluation: Evaluation, options: Partial<ReportOptions> = {}): string {
  const { view, at } = evaluation;
  const version = view.serverVersion === undefined ? "" : `, Kubernetes ${code(view.serverVersion)}`;
  const head = [
    `## ${verdictOf(evaluation)}`,
    `${code(view.source)}${version}, as of ${at.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC")}`,
    ...viewLimits(view).map((limit) => `**${limit}**`),
  ];
  const groups = groupByCause(evaluation.findings);
  const findings = groups.map((group) => formatGroup(group, evaluation, options));
  const rows = evaluation.sources.flatMap(formatRows);
  const left = sizeLimit - head.join("").length - 1000;
  const shownFindings = takeWithin(findings, Math.floor(left * 0.7));
  const shownRows = takeWithin(rows, left - shownFindings.join("").length);
  return [
    ...head,
    shownFindings.join("\n"),
    restOf(groups.length - shownFindings.length, "finding"),
    ...(shownRows.length === 0 ? [] : [formatTable(shownRows, rows.length)]),
    restOf(rows.length - shownRows.length, "route"),
    footerOf(evaluation, options),
  ].filter((part) => part !== "").map((part) => `${part}\n`).join("\n");
}

function verdictOf(evaluation: Evaluation): string {
  const { ingresses, routes, failing, unknown } = summarize(evaluation);
  const all = `${countOf(routes, "route")} of ${countOf(ingresses, "Ingress", "Ingresses")}`;
  if (failing > 0) return `❌ ${failing} of ${all} ${failing === 1 ? "fails" : "fail"}`;
  if (unknown > 0) return `❔ ${unknown} of ${all} could not be checked`;
  return routes === 1 ? `✅ The only route is fine` : `✅ All ${all} are fine`;
}

function formatGroup({ cause, folded }: CauseGroup, evaluation: Evaluation, options: Partial<ReportOptions>): string {
  const isKnown = options.knownIds?.has(cause.id) === true ? " (known)" : "";
  const told = describeFinding(cause, evaluation.routeCounts.get(cause) ?? 0);
  const start = told.indexOf(describeObject(cause.object));
  return [
    `- ${signOf(cause)} ${told.slice(0, start)}${code(told.slice(start))}${isKnown}`,
    `  - should: ${code(cause.should)}`,
    ...(cause.consequences === undefined ? [] : [`  - affects ${namesOf(cause)}`]),
    ...(describeFolded(folded) === "" ? [] : [`  - from this follows: ${describeFolded(folded)}`]),
    ...describeEvents(folded).map((text) => `  - event: ${code(text)}`),
    `  - fix: ${code(cause.fix)}`,
    ...(cause.command === undefined ? [] : [`  - run: ${code(cause.command)}`]),
    `  - rule: \`${cause.rule}\``,
  ].join("\n");
}

function namesOf({ consequences = [] }: Finding): string {
  const names = consequences.slice(0, 10).map((one) => code(objectKey(one))).join(", ");
  return consequences.length > 10 ? `${names} and ${consequences.length - 10} more` : names;
}

function signOf({ outcome, severity }: Finding): string {
  if (severity === "info") return "ℹ️";
  if (outcome === "unknown") return "❔";
  return severity === "error" ? "❌" : "⚠️";
}

function formatRows({ source, routes }: EvaluatedSource): readonly string[] {
  return routes.filter(({ state }) => state !== "ok").map((route) => {
    const { ask, backend, cluster } = toRouteRow(route);
    const cells = [code(objectKey(source.ref)), code(ask), code(backend), code(cluster)];
    return `| ${route.state === "failing" ? "❌" : "❔"} | ${cells.join(" | ")} |`;
  });
}

function formatTable(rows: readonly string[], count: number): string {
  return [
    `<details><summary>${countOf(count, "route")} not fine</summary>`,
    "",
    "| | Ingress | asked | backend | cluster |",
    "|-|-|-|-|-|",
    ...rows,
    "",
    "</details>",
  ].join("\n");
}

function footerOf({ ignoredCount }: Evaluation, { hiddenKnownCount = 0 }: Partial<ReportOptions>): string {
  const parts = [
    ...(ignoredCount > 0 ? [`${countOf(ignoredCount, "finding")} ignored by annotation`] : []),
    ...(hiddenKnownCount > 0 ? [`${countOf(hiddenKnownCount, "known finding")} not shown`] : []),
  ];
  return parts.length === 0 ? "" : `_${parts.join(", ")}_`;
}

function restOf(count: number, noun: string): string {
  return count > 0 ? `… and ${countOf(count, `more ${noun}`)}` : "";
}

/** The first parts that fit into a size, a line break after each. */
function takeWithin(parts: readonly string[], size: number): readonly string[] {
  let used = 0;
  const end = parts.findIndex((part) => {
    used += part.length + 1;
    return used > size;
  });
  return end < 0 ? parts : parts.slice(0, end);
}

/**
 * Text in code. In a span of backticks everything is literal but backticks, and in tables pipes; a text with one of
 * them is written with character references instead.
 *
 * @see {@link https://github.github.com/gfm/#code-spans}
 */
function code(text: string): string {
  const safe = escapeText(text);
  if (safe.trim() === "") return "";
  if (!/[`|\\]/.test(safe)) return `\`${safe}\``;
  return `<code>${safe.replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`)}</code>`;
}
