import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { RuleSet } from "@kubeschema/docs-generator";
import { formatIssue, judgeObject, validatorsRules } from "./validators-rules.ts";

let set: RuleSet;
beforeAll(async () => {
  set = await validatorsRules();
});

describe("validatorsRules()", () => {
  test("what the page shows of each rule is what the validators say, and nothing else", async () => {
    for (const { id, example = "", finding } of set.rules) {
      expect((await judgeObject(example)).map(formatIssue), id).toEqual([finding]);
    }
  });

  test("has an example for every function of the API server that an issue may name", async () => {
    const folder = dirname(createRequire(import.meta.url).resolve("@kubeschema/validators/package.json"));
    const text = await readFile(join(folder, "src/validate/issue-source.ts"), "utf8");
    const known = [...new Set([...text.matchAll(/, ([vV]alidate\w+)[`"]/g)].map(([, name = ""]) => name))];
    expect(known.length).toBeGreaterThan(40);
    const shown = new Set(set.rules.map(({ source }) => source?.split(", ")[1]));
    expect(known.filter((name) => !shown.has(name))).toEqual([]);
  });

  test("gives each rule an id and a sentence of its own", () => {
    const ids = set.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(set.rules.map(({ summary }) => summary)).size).toBe(ids.length);
  });
});
