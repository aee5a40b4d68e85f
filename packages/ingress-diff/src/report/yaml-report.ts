import { Document, Scalar, visit } from "yaml";
import type { Evaluation } from "../rules/evaluate.ts";
import { escapeCharacter, toJsonReport, unsafeCharacters } from "./json-report.ts";
import type { ReportOptions } from "./report-options.ts";

/** Formats the JSON report as YAML, quoted so that parsers of YAML 1.1 (such as kubectl's) read the same values. */
export function formatYamlReport(evaluation: Evaluation, options: Partial<ReportOptions> = {}): string {
  const document = new Document(toJsonReport(evaluation, options), {
    aliasDuplicateObjects: false,
    compat: "yaml-1.1",
  });
  visit(document, {
    Scalar: (_key, node) => {
      // Only a text in double quotes can hold an escape.
      if (typeof node.value === "string" && node.value.search(unsafeCharacters) >= 0) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 }).replace(unsafeCharacters, escapeCharacter);
}
