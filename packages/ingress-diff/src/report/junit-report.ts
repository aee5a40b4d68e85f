import { escapeText } from "@kubeschema/command-kit/escape-text";
import type { EvaluatedRoute, EvaluatedSource, Evaluation } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import { objectKey } from "../observe/object-key.ts";
import { describeFinding, describeObject, isCounted, isReasonFor } from "./describe-finding.ts";
import type { ReportOptions } from "./report-options.ts";
import { toRouteRow } from "./route-row.ts";

/** One test case: fine, or a text that says what is not. */
interface TestCase {
  readonly name: string;
  readonly result: "ok" | "failure" | "error";
  readonly type: string;
  readonly text: string;
}

/**
 * Formats JUnit XML: a suite for each Ingress with a case for each route, and a suite of the findings that make no route
 * fail. What could not be checked is an error, what fails a failure; a warning is a failure if `--fail-on` counts it.
 * Known findings that make no route fail are left out.
 */
export function formatJunitReport(evaluation: Evaluation, options: ReportOptions): string {
  // Each part is escaped before they are joined: a line of a report is taken for a command by some CI systems.
  const told = (finding: Finding): string =>
    [
      describeFinding(finding, evaluation.routeCounts.get(finding) ?? 0),
      `should: ${finding.should}`,
      `fix: ${finding.fix}`,
      ...(finding.command === undefined ? [] : [`run: ${finding.command}`]),
    ].map(escapeText).join("\n");
  const suites = [
    ...evaluation.sources.map((source) => ({ name: nameOf(source), cases: source.routes.map(toCase) })),
    { name: "findings", cases: findingCases(evaluation, options, told) },
  ].filter(({ cases }) => cases.length > 0);
  const counts = formatCounts(suites.flatMap(({ cases }) => cases));
  const body = suites.map((suite) => formatSuite(suite.name, suite.cases)).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ingress-diff" ${counts}>\n${body}</testsuites>\n`;

  function toCase(evaluated: EvaluatedRoute): TestCase {
    const { ask, backend } = toRouteRow(evaluated);
    const reasons = evaluated.findings.filter((finding) => isReasonFor(finding, evaluated));
    return {
      name: `${ask} to ${backend}`,
      result: evaluated.state === "ok" ? "ok" : evaluated.state === "failing" ? "failure" : "error",
      type: reasons[0]?.rule ?? "",
      text: reasons.map(told).join("\n\n"),
    };
  }
}

function findingCases(
  { findings, sources }: Evaluation,
  { failOn, knownIds }: ReportOptions,
  told: (finding: Finding) => string,
): readonly TestCase[] {
  const reasons = new Set(
    sources.flatMap(({ routes }) =>
      routes.flatMap((route) => route.findings.filter((finding) => isReasonFor(finding, route)))
    ),
  );
  return findings
    .filter((finding) => isCounted(finding) && !reasons.has(finding) && knownIds?.has(finding.id) !== true)
    .map((finding) => ({
      name: `${finding.rule} ${describeObject(finding.object)}`,
      result: finding.outcome === "unknown"
        ? "error"
        : finding.severity === "error" || failOn === "warning"
        ? "failure"
        : "ok",
      type: finding.rule,
      text: told(finding),
    }));
}

function nameOf({ source: { ref } }: EvaluatedSource): string {
  return objectKey(ref);
}

function formatCounts(cases: readonly TestCase[]): string {
  const count = (result: TestCase["result"]): number => cases.filter((one) => one.result === result).length;
  return `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}"`;
}

function formatSuite(name: string, cases: readonly TestCase[]): string {
  const body = cases.map((one) => formatCase(name, one)).join("");
  return `  <testsuite name="${escapeXml(name)}" ${formatCounts(cases)}>\n${body}  </testsuite>\n`;
}

function formatCase(suite: string, { name, result, type, text }: TestCase): string {
  const opening = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(name)}"`;
  if (text === "") return `${opening}/>\n`;
  const lines = text.split("\n");
  const all = lines.map(escapeXml).join("\n");
  if (result === "ok") return `${opening}>\n      <system-out>${all}</system-out>\n    </testcase>\n`;
  const message = escapeXml(lines[0] ?? "");
  return `${opening}>\n      <${result} type="${type}" message="${message}">${all}</${result}>\n    </testcase>\n`;
}

/** XML 1.0 cannot hold control characters or halves of a surrogate pair, not even as references. */
function escapeXml(text: string): string {
  return escapeText(text).replace(/[<>&"\ufffe\uffff]/g, (character) => entities[character] ?? "\ufffd");
}

const entities: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
