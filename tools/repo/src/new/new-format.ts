import { insertBeforeLast } from "./insert-text.ts";
import { toPascal } from "./names.ts";
import { createFile, fillIn, type NewFile, type ReadFile, readList } from "./new-file.ts";

const reports = "packages/ingress-diff/src/report";

/**
 * An output format of ingress-diff: its own file with its test, an entry in the list of formats, and a changeset.
 *
 * @param name As `-o` takes it, such as `csv`.
 * @throws {SyntaxError} If the name is not one.
 */
export function newFormat(name: string, read: ReadFile): readonly NewFile[] {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    throw new SyntaxError(`"${name}" is not the name of a format: expected lower case, such as csv`);
  }
  const list = `${reports}/report-formats.ts`;
  const named = insertName(readList(read, list), name);
  return [
    createFile(read, `${reports}/${name}-report.ts`, formatText(name)),
    createFile(read, `${reports}/${name}-report.test.ts`, testText(name)),
    { path: list, text: insertBeforeLast(named, entryText(name), /^export const reportFormats\b.* = \[$/) },
    createFile(read, `.changeset/format-${name}.md`, changesetText(name)),
  ];
}

/** The union of names stands before the list. */
function insertName(text: string, name: string): string {
  if (text.includes(`  | "${name}"`)) throw new Error(`Cannot add the format ${name}: there is one already`);
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

function changesetText(name: string): string {
  return `---
"@kubeschema/ingress-diff": minor
---

\`-o ${name}\`: ${fillIn} what it is for.
`;
}
