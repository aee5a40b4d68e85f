import { escapeText } from "@kubeschema/command-kit";
import type { Summary } from "../check/result.ts";
import { describeIssue, describeObject, describePlace } from "./describe.ts";
import type { Reporter, ReportOptions } from "./reporter.ts";

/** One line per issue, with the place in front, as compilers write it: editors and terminals make links of it. */
export function createTextReport({ isVerbose, hasSummary }: ReportOptions): Reporter {
  return {
    add: (result) => {
      const object = describeObject(result);
      const label = object === "" ? "" : `${object}: `;
      const place = (line: number, column: number): string => describePlace(result.source, line, column);
      const lines = [
        ...result.issues.map((issue) =>
          `${place(issue.line, issue.column)}: ${label}${describeIssue(result.status, issue)}`
        ),
        ...result.warnings.map(({ line, column, message }) =>
          `${place(line, column)}: ${label}warning: ${escapeText(message)}`
        ),
      ];
      const isQuiet = result.status === "valid" || result.status === "skipped";
      if (isQuiet && isVerbose) lines.unshift(`${place(result.line, 1)}: ${label}${result.status}`);
      return lines.map((line) => `${line}\n`).join("");
    },
    end: (summary) => hasSummary ? `${formatSummary(summary)}\n` : "",
  };
}

/** `6 objects: 3 valid, 1 invalid, 1 skipped, 1 error`. */
export function formatSummary({ valid, invalid, skipped, errors }: Summary): string {
  const count = valid + invalid + skipped + errors;
  const parts = [
    `${valid} valid`,
    `${invalid} invalid`,
    `${skipped} skipped`,
    `${errors} error${errors === 1 ? "" : "s"}`,
  ];
  return `${count} object${count === 1 ? "" : "s"}: ${parts.join(", ")}`;
}
