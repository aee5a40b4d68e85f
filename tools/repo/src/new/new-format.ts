import { insertBeforeLast, insertLast } from "./insert-text.ts";
import { toPascal } from "./names.ts";
import { createFile, fillIn, type NewFile, type ReadFile, readList } from "./new-file.ts";

const reports = "packages/ingress-diff/src/report";
const verdicts = "packages/validators/src/cli/report";

/**
 * An output format: its own file with its test, an entry in the list of formats, and a changeset.
 *
 * @param name As `-o` takes it, such as `csv`; `kubeschema-validate/csv` if it is not one of ingress-diff.
 * @throws {SyntaxError} If the name is not one.
 */
export function newFormat(name: string, read: ReadFile): readonly NewFile[] {
  const [, command, format] = /^(?:(ingress-diff|kubeschema-validate)\/)?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(name) ??
    [];
  if (format === undefined) {
    throw new SyntaxError(
      `"${name}" is not the name of a format: expected lower case, such as csv or kubeschema-validate/csv`,
    );
  }
  return command === "kubeschema-validate" ? newReporter(format, read) : newReport(format, read);
}

function newReport(name: string, read: ReadFile): readonly NewFile[] {
  const list = `${reports}/report-formats.ts`;
  const named = insertName(readList(read, list), name);
  return [
    createFile(read, `${reports}/${name}-report.ts`, formatText(name)),
    createFile(read, `${reports}/${name}-report.test.ts`, testText(name)),
    { path: list, text: insertBeforeLast(named, entryText(name), /^export const reportFormats\b.* = \[$/) },
    createFile(read, `.changeset/format-${name}.md`, changesetText(name, "ingress-diff")),
  ];
}

function newReporter(name: string, read: ReadFile): readonly NewFile[] {
  const list = `${verdicts}/create-reporter.ts`;
  const creator = `create${toPascal(name)}Report`;
  const line = `  ${
    /-/.test(name) ? `"${name}"` : name
  }: async () => (await import("./${name}-report.ts")).${creator}(),`;
  const named = insertName(readList(read, list), name);
  return [
    createFile(read, `${verdicts}/${name}-report.ts`, reporterText(creator)),
    createFile(read, `${verdicts}/${name}-report.test.ts`, reporterTestText(name, creator)),
    { path: list, text: insertLast(named, line, /^const reporters\b.* = \{$/) },
    createFile(read, `.changeset/validate-format-${name}.md`, changesetText(name, "validators")),
  ];
}

/** The union of names precedes the list. */
function insertName(text: string, name: string): string {
  if (text.includes(`  | "${name}"`)) throw new Error(`Cannot add the format ${name}: it already exists`);
  // Before the last, which ends the union.
  return text.replace(/^ {2}\| "[a-z-]+";$/m, `  | "${name}"\n$&`);
}

function formatText(name: string): string {
  return `import type { Evaluation } from "../evaluate/evaluation.ts";

/** ${fillIn} what the format is, who reads it, and where it is specified. */
export function format${toPascal(name)}Report({ sources, findings }: Evaluation): string {
  throw new Error(\`${fillIn} \${sources.length} Ingresses and \${findings.length} findings as ${name}\`);
}
`;
}

function testText(name: string): string {
  return `import { expect, test } from "vitest";
import { judgeThreeShops } from "../testing/three-shops.ts";
import { format${toPascal(name)}Report } from "./${name}-report.ts";

test("format${toPascal(name)}Report() ${fillIn} what it promises", async () => {
  const { broken } = await judgeThreeShops();
  expect(format${toPascal(name)}Report(broken)).toBe("${fillIn} what it prints");
});
`;
}

function entryText(name: string): string {
  return `  {
    name: "${name}",
    summary: "${fillIn} what it is for, in a few words",
    load: async () => (await import("./${name}-report.ts")).format${toPascal(name)}Report,
  },`;
}

function reporterText(creator: string): string {
  return `import { escapeText } from "@kubeschema/command-kit";
import type { Reporter } from "./reporter.ts";

/** ${fillIn} what the format is, who reads it, and where it is specified. */
export function ${creator}(): Reporter {
  return {
    // A result may come from a hostile file: what is shown of it is escaped.
    add: ({ source, status }) => \`${fillIn} what is printed of \${escapeText(source)}, which is \${status}\\n\`,
    end: () => "${fillIn} what comes after all results, if anything",
  };
}
`;
}

function reporterTestText(name: string, creator: string): string {
  return `import { expect, test } from "vitest";
import { ${creator} } from "./${name}-report.ts";

test("${creator}() ${fillIn} what it promises", () => {
  const summary = { valid: 0, invalid: 0, skipped: 0, errors: 0 };
  expect(${creator}().end(summary)).toBe("");
});
`;
}

function changesetText(name: string, packageName: string): string {
  return `---
"@kubeschema/${packageName}": minor
---

\`-o ${name}\`: ${fillIn} what it is for.
`;
}
