import { escapeText } from "@kubeschema/command-kit";
import type { Result } from "../check/result.ts";
import { describeIssue, describeObject, describePlace } from "./describe.ts";
import type { Reporter } from "./reporter.ts";

/** JUnit XML: a suite per source, a case per object. */
export function createJunitReport(): Reporter {
  let isOpen = false;
  let results: Result[] = [];
  const flush = (): string => {
    const text = results.length === 0 ? "" : formatSuite(results);
    results = [];
    return isOpen ? text : `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kubeschema-validate">\n${text}`;
  };
  return {
    add: (result) => {
      if (results.length === 0 || results[0]?.source === result.source) {
        results.push(result);
        return "";
      }
      const text = flush();
      isOpen = true;
      results.push(result);
      return text;
    },
    end: () => `${flush()}</testsuites>\n`,
  };
}

function formatSuite(results: readonly Result[]): string {
  const source = results[0]?.source ?? "";
  const count = (status: Result["status"]): number => results.filter((result) => result.status === status).length;
  const counts = `tests="${results.length}" failures="${count("invalid")}" errors="${count("error")}" skipped="${
    count("skipped")
  }"`;
  const cases = results.map((result) => formatCase(result)).join("");
  return `  <testsuite name="${escapeXml(source)}" ${counts}>\n${cases}  </testsuite>\n`;
}

function formatCase(result: Result): string {
  const name = describeObject(result) || `document ${result.document}`;
  const opening = `    <testcase name="${escapeXml(name)}" classname="${escapeXml(result.source)}"`;
  const warnings = result.warnings.map(({ message }) => `      <system-out>${escapeXml(message)}</system-out>\n`);
  const body = result.status === "skipped" ? ["      <skipped/>\n", ...warnings] : [...problems(result), ...warnings];
  return body.length === 0 ? `${opening}/>\n` : `${opening}>\n${body.join("")}    </testcase>\n`;
}

function problems({ source, status, issues }: Result): readonly string[] {
  const element = status === "error" ? "error" : "failure";
  const [first] = issues;
  if (first === undefined) return [];
  const lines = issues.map((issue) =>
    `${describePlace(source, issue.line, issue.column)}: ${describeIssue(status, issue)}`
  );
  const attributes = `message="${escapeXml(describeIssue(status, first))}" type="${first.type}"`;
  return [`      <${element} ${attributes}>${lines.map(escapeXml).join("\n")}</${element}>\n`];
}

/** XML cannot contain control characters, not even as references. */
function escapeXml(text: string): string {
  return escapeText(text.toWellFormed()).replace(/[<>&"\ufffe\uffff]/g, (character) => entities[character] ?? "\ufffd");
}

const entities: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
