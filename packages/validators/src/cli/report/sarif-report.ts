import { escapeText } from "@kubeschema/command-kit";
import type { IssueType } from "../../values/validation-issue.ts";
import type { Result } from "../check/result.ts";
import { describeIssue, describeObject } from "./describe.ts";
import type { Reporter, ReportOptions } from "./reporter.ts";

const descriptions: Readonly<Record<IssueType | "Deprecated", string>> = {
  Required: "A required field is missing",
  Invalid: "A value breaks a rule, or a document cannot be read",
  NotSupported: "A value is not in the list of those allowed",
  NotFound: "A value names what is not there",
  Forbidden: "A field must not be set here",
  Duplicate: "A value is duplicated",
  TooLong: "A value is too long",
  TooMany: "A list has too many items",
  TypeInvalid: "A value has the wrong JSON type or format",
  Unknown: "A field does not exist",
  Deprecated: "An API version is deprecated, or was removed",
};

/**
 * SARIF 2.1.0, which code scanning reads.
 *
 * @see {@link https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html}
 */
export function createSarifReport({ version }: ReportOptions): Reporter {
  const rules = Object.entries(descriptions).map(([id, text]) => ({ id, shortDescription: { text } }));
  const driver = { name: "kubeschema-validate", version, rules };
  let separator = '{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{' +
    `"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[\n`;
  const append = (entry: object): string => {
    const text = `${separator}${JSON.stringify(entry)}`;
    separator = ",\n";
    return text;
  };
  return {
    add: (result) => {
      const object = describeObject(result);
      const label = object === "" ? "" : `${object}: `;
      const issues = result.issues.map((issue) =>
        entryOf(result, issue.type, "error", `${label}${describeIssue(result.status, issue)}`, issue.line, issue.column)
      );
      const warnings = result.warnings.map(({ message, line, column }) =>
        entryOf(result, "Deprecated", "warning", `${label}${escapeText(message)}`, line, column)
      );
      return [...issues, ...warnings].map(append).join("");
    },
    end: () => `${separator === ",\n" ? "" : separator}\n]}]}\n`,
  };
}

function entryOf(
  { source }: Result,
  ruleId: keyof typeof descriptions,
  level: "error" | "warning",
  text: string,
  startLine: number,
  startColumn: number,
): object {
  const uri = source.toWellFormed().replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  const region = startLine === 0 ? {} : { region: { startLine, startColumn } };
  return {
    ruleId,
    level,
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: { uri }, ...region } }],
  };
}
