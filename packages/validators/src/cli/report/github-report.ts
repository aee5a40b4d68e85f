import { escapeText } from "@kubeschema/command-kit";
import { describeIssue, describeObject } from "./describe.ts";
import type { Reporter, ReportOptions } from "./reporter.ts";
import { formatSummary } from "./text-report.ts";

/**
 * Annotations for GitHub Actions.
 *
 * @see {@link https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands}
 */
export function createGithubReport({ hasSummary }: ReportOptions): Reporter {
  return {
    add: (result) => {
      const title = describeObject(result);
      const command = (level: string, line: number, column: number, message: string): string => {
        const place = line === 0 ? "" : `,line=${line},col=${column}`;
        const name = title === "" ? "" : `,title=${escapeProperty(title)}`;
        return `::${level} file=${escapeProperty(escapeText(result.source))}${place}${name}::${escapeData(message)}\n`;
      };
      return [
        ...result.issues.map((issue) =>
          command("error", issue.line, issue.column, describeIssue(result.status, issue))
        ),
        ...result.warnings.map(({ line, column, message }) => command("warning", line, column, escapeText(message))),
      ].join("");
    },
    end: (summary) => hasSummary ? `${formatSummary(summary)}\n` : "",
  };
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
