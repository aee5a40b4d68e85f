import { escapeText } from "@kubeschema/command-kit/escape-text";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import { groupByCause } from "../evaluate/order-findings.ts";
import { countOf, describeEvents, describeFinding, describeFolded } from "./describe-finding.ts";
import { findOrigin } from "./find-origin.ts";
import { summarize } from "./json-report.ts";
import type { ReportOptions } from "./report-options.ts";

/**
 * Formats annotations of GitHub Actions, one for each cause, and a line for the log. Known findings give none: GitHub
 * shows ten errors and ten warnings of a step, and these should be the new ones.
 *
 * @see {@link https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands}
 */
export function formatGithubReport(evaluation: Evaluation, options: ReportOptions): string {
  const lines = groupByCause(evaluation.findings)
    .filter(({ cause }) => options.knownIds?.has(cause.id) !== true)
    .map(({ cause, folded }) => {
      const told = describeFinding(cause, evaluation.routeCounts.get(cause) ?? 0);
      const follows = [
        ...(describeFolded(folded) === "" ? [] : [`from this follows: ${describeFolded(folded)}`]),
        ...describeEvents(folded).map((text) => `event: ${text}`),
      ];
      const run = cause.command === undefined ? [] : [`run: ${cause.command}`];
      const message = [told, `should: ${cause.should}`, ...follows, `fix: ${cause.fix}`, ...run].map(escapeText).join(
        "\n",
      );
      return `::${levelOf(cause)} ${formatPlace(cause, options)}title=${cause.rule}::${escapeData(message)}\n`;
    });
  const { ingresses, routes, failing, unknown } = summarize(evaluation);
  const counts = `${failing} failing, ${unknown} not known`;
  return `${lines.join("")}${countOf(ingresses, "Ingress", "Ingresses")}, ${countOf(routes, "route")}: ${counts}\n`;
}

function levelOf({ outcome, severity }: Finding): string {
  if (severity === "info") return "notice";
  return severity === "error" && outcome === "fail" ? "error" : "warning";
}

function formatPlace(finding: Finding, { originOf }: ReportOptions): string {
  const origin = findOrigin(finding, originOf);
  if (origin === undefined) return "";
  const line = origin.line === undefined ? "" : `line=${origin.line},`;
  return `file=${escapeProperty(escapeText(origin.file))},${line}`;
}

/** Escapes the message of a workflow command. */
export function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Escapes a property of a workflow command, such as its file. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
