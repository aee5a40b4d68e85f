import type { Evaluation } from "../evaluate/evaluation.ts";
import { escapeCharacter, toJsonReport, unsafeCharacters } from "./json-report.ts";
import type { ReportOptions } from "./report-options.ts";

/**
 * Formats the JSON report in lines. The first has the type `report` and holds everything but the lists; a line of type
 * `finding` for each finding follows, with the fields of the JSON report.
 */
export function formatNdjsonReport(evaluation: Evaluation, options: Partial<ReportOptions> = {}): string {
  const { ingresses: _, findings, ...head } = toJsonReport(evaluation, options);
  return [{ type: "report", ...head }, ...findings.map((finding) => ({ type: "finding", ...finding }))]
    .map((line) => `${JSON.stringify(line).replace(unsafeCharacters, escapeCharacter)}\n`)
    .join("");
}
