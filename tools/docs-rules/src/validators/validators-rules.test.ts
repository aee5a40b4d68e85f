import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRandom, kinds, mutate } from "@kubeschema-tools/parity";
import type { ValidationIssue } from "@kubeschema/validators";
import type { RuleSet } from "@kubeschema/docs-generator";
import { beforeAll, describe, expect, test } from "vitest";
import { formatIssue, judgeObject, validatorsRules } from "./validators-rules.ts";

const mutantsPerKind = 400;

let set: RuleSet;
let found: readonly ValidationIssue[];
let sentenceFault: (message: string) => string | undefined;

beforeAll(async () => {
  set = await validatorsRules();
  found = (await Promise.all(kinds.map(async (kind) => {
    const random = createRandom(7);
    const objects = [...kind.examples ?? [], ...Array.from({ length: mutantsPerKind }, () => mutate(kind, random))];
    const versions = kind.name.endsWith("v1beta1") ? ["1.20"] : ["1.20", undefined];
    const issues: ValidationIssue[] = [];
    for (const object of objects) {
      for (const kubernetesVersion of versions) {
        issues.push(...await kind.validate(object, kubernetesVersion === undefined ? {} : { kubernetesVersion }));
      }
    }
    return issues;
  }))).flat();
  const folder = dirname(createRequire(import.meta.url).resolve("@kubeschema/validators/package.json"));
  const path = join(folder, "src/rules/testing/sentence-fault.ts");
  ({ sentenceFault } = await import(/* @vite-ignore */ pathToFileURL(path).href));
}, 120_000);

describe("validatorsRules()", () => {
  test("what the page shows of each rule is what the validators say, and nothing else", async () => {
    for (const { id, example = "", finding } of set.rules) {
      expect((await judgeObject(example)).map(formatIssue), id).toEqual([finding]);
    }
  });

  test("has an example for every function of the API server that mutants of all kinds meet", () => {
    const met = new Set(found.map(({ source }) => source));
    expect(met.size).toBeGreaterThan(60);
    const shown = new Set(set.rules.map(({ source }) => source));
    expect([...met].filter((source) => !shown.has(source)).sort()).toEqual([]);
  });

  test("gives each rule an id and a sentence of its own", () => {
    const ids = set.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(set.rules.map(({ summary }) => summary)).size).toBe(ids.length);
  });
});

describe("an issue of any kind", () => {
  test("is a sentence of its field", () => {
    expect(found.length).toBeGreaterThan(10_000);
    const faults = found.flatMap(({ message, fieldPath }) => {
      const fault = sentenceFault(message);
      return fault === undefined ? [] : [`${fieldPath}: ${message}: it ${fault}`];
    });
    expect([...new Set(faults)]).toEqual([]);
  });

  test("has a source: a file of Kubernetes, and for a rule the function in it", () => {
    for (const { source, type } of found) {
      expect(source).toMatch(type === "TypeInvalid" || type === "Unknown" ? /\.(?:json|go)$/ : /\.go, \w+$|\.json$/);
    }
  });
});
