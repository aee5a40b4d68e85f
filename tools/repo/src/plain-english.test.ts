import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repositoryRoot } from "./package-folder.ts";

/** Words that read like a translation, what to write instead, and lines that have them and that do not. */
const wordList: readonly {
  readonly word: RegExp;
  readonly write: string;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}[] = [
  {
    word: /(?<!\b(?:there|nor|it) )\b(?:is|are) no (?!longer\b|more\b|less\b|such\b|better\b|worse\b)(?=[\w"`$])/i,
    write: '"is not a"',
    wrong: ["a word that is no kind", "backends that are no Services"],
    right: ["there is no kind", "the version is no longer served", "they are no better"],
  },
  {
    word: /\b(?:told|tells?|telling) (?:\S+ ){0,6}?apart\b/,
    write: '"distinguished by"',
    wrong: ["told apart by their type", "tells the two kinds apart"],
    right: ["distinguished by their type"],
  },
  {
    word: /\bpass(?:ed|es) over\b/,
    write: '"skipped"',
    wrong: ["empty documents are passed over"],
    right: ["in one pass over the document"],
  },
  { word: /\banew\b/, write: '"again"', wrong: ["made anew each time"], right: ["made again each time"] },
  {
    word: /\b(?:(?:is|are|was|were) there|stands?) twice\b/,
    write: '"is duplicated"',
    wrong: ["a key is there twice"],
    right: ["is called twice"],
  },
  {
    word: /\b(?:hangs?|hung) on\b(?! to)/,
    write: '"depends on"',
    wrong: ["all Ingresses hang on it"],
    right: ["all Ingresses depend on it"],
  },
  { word: /\bconcerns?\b/, write: '"affects"', wrong: ["what concerns the Pod"], right: ["what affects the Pod"] },
  {
    word: /\bgone since\b|\b(?:versions?|kinds?|fields?|v1\S*|Kubernetes \S+|one that) (?:is|are) gone\b/,
    write: '"was removed"',
    wrong: ["v1beta1 is gone", "a kind that is old is gone since Kubernetes 1.22"],
    right: ["its reader is gone", "v1beta1 was removed in Kubernetes 1.22"],
  },
  {
    word: /\b(?:can|could|cannot)(?: not)? be had\b|\bat hand\b/,
    write: '"is not available"',
    wrong: ["a version that cannot be had", "the document is not at hand"],
    right: ["a version that is not available"],
  },
  {
    word: /\b(?:How to say it|What to look at)\b|\bAre needed with\b/,
    write: '"Output", "Selection", "must be set when"',
    wrong: ["## How to say it", "values: Are needed with In"],
    right: ["## Output"],
  },
];

/** Tests of the same rule for messages: they quote what is wrong. */
const quoted = /^tools\/repo\/src\/plain-english\.test\.ts$|\/(?:sentence-fault|message-faults)\.test\.ts$/;

const files = execFileSync("git", ["ls-files", "*.ts", "*.mjs", "*.md"], { cwd: repositoryRoot, encoding: "utf8" })
  .split("\n").filter((file) => file !== "" && !quoted.test(file) && existsSync(join(repositoryRoot, file)));

const lines = files.flatMap((file) =>
  readFileSync(join(repositoryRoot, file), "utf8").split("\n")
    .map((text, index) => ({ text, place: `${file}:${index + 1}` }))
);

describe.each(wordList)("no comment, message or README says $word", ({ word, write, wrong, right }) => {
  test(`instead of ${write}`, () => {
    const found = lines.filter(({ text }) => word.test(text)).map(({ text, place }) => `${place}: ${text.trim()}`);
    expect(found).toEqual([]);
  });

  test.each(wrong)("and the pattern finds %j", (text) => {
    expect(text).toMatch(word);
  });

  test.each(right)("and the pattern leaves %j", (text) => {
    expect(text).not.toMatch(word);
  });
});
