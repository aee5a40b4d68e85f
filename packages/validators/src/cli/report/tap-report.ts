import { escapeText } from "@kubeschema/command-kit";
import { describeIssue, describeObject, describePlace } from "./describe.ts";
import type { Reporter } from "./reporter.ts";

/** The Test Anything Protocol, version 13: a test per object, its issues as comments. */
export function createTapReport(): Reporter {
  let count = 0;
  return {
    add: (result) => {
      const head = count === 0 ? "TAP version 13\n" : "";
      const isOk = result.status === "valid" || result.status === "skipped";
      const object = describeObject(result);
      const name = `${escapeText(result.source)}${object === "" ? "" : ` (${object})`}`.replaceAll("#", "\\#");
      const skip = result.status === "skipped" ? " # SKIP" : "";
      const place = (line: number, column: number): string => describePlace(result.source, line, column);
      const comments = [
        ...result.issues.map((issue) =>
          `# ${place(issue.line, issue.column)}: ${describeIssue(result.status, issue)}\n`
        ),
        ...result.warnings.map(({ line, column, message }) =>
          `# ${place(line, column)}: warning: ${escapeText(message)}\n`
        ),
      ];
      return `${head}${isOk ? "ok" : "not ok"} ${++count} - ${name}${skip}\n${comments.join("")}`;
    },
    end: () => `${count === 0 ? "TAP version 13\n" : ""}1..${count}\n`,
  };
}
