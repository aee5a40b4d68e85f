import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRandom } from "@kubeschema-tools/clusters";
import { kinds, mutate } from "@kubeschema-tools/parity";
import type { ValidationIssue } from "@kubeschema/validators";
import type { RuleSet } from "@kubeschema/docs-generator";
import { beforeAll, describe, expect, test } from "vitest";
import { formatIssue, judgeObject, validatorsRules } from "./validators-rules.ts";

const mutantsPerKind = 400;

let set: RuleSet;
/** What today's rules say about mutants, and those of the old server of tools/parity. */
let [found, foundByOld]: readonly (readonly ValidationIssue[])[] = [];
let sentenceFault: (message: string) => string | undefined;

async function judgeMutants(kubernetesVersion?: string): Promise<readonly ValidationIssue[]> {
  const issues: ValidationIssue[] = [];
  for (const kind of kinds) {
    const random = createRandom(7);
    const objects = [...kind.examples ?? [], ...Array.from({ length: mutantsPerKind }, () => mutate(kind, random))];
    const version = kind.name.endsWith("v1beta1") ? "1.21" : kubernetesVersion;
    const options = version === undefined ? {} : { kubernetesVersion: version };
    for (const object of objects) issues.push(...await kind.validate(object, options));
  }
  return issues;
}

beforeAll(async () => {
  set = await validatorsRules();
  found = await judgeMutants();
  foundByOld = await judgeMutants("1.20");
  const folder = dirname(createRequire(import.meta.url).resolve("@kubeschema/validators/package.json"));
  const path = join(folder, "src/rules/testing/sentence-fault.ts");
  ({ sentenceFault } = await import(/* @vite-ignore */ pathToFileURL(path).href));
}, 120_000);

describe("validatorsRules()", () => {
  test("the page shows of each rule exactly what the validators say", async () => {
    for (const { id, example = "", finding } of set.rules) {
      expect((await judgeObject(example)).map(formatIssue), id).toEqual([finding]);
    }
  });

  test("has an example for every function of the API server that mutants of all kinds meet", () => {
    // The page shows objects that are created, and no updates of a status.
    const met = new Set(found?.map(({ source }) => source).filter((source) => !source.endsWith("StatusUpdate")));
    expect(met.size).toBeGreaterThan(60);
    const shown = new Set(set.rules.map(({ source }) => source));
    expect([...met].filter((source) => !shown.has(source)).sort()).toEqual([]);
  });

  test("gives each rule a unique id and sentence", () => {
    const ids = set.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(set.rules.map(({ summary }) => summary)).size).toBe(ids.length);
  });
});

describe("an issue of any kind", () => {
  const all = (): readonly ValidationIssue[] => [...found ?? [], ...foundByOld ?? []];

  test("is a sentence of its field", () => {
    expect(all().length).toBeGreaterThan(10_000);
    const faults = all().flatMap(({ message, fieldPath }) => {
      const fault = sentenceFault(message);
      return fault === undefined ? [] : [`${fieldPath}: ${message}: it ${fault}`];
    });
    expect([...new Set(faults)]).toEqual([]);
  });

  test("has a source: a file of Kubernetes, and for a rule the function in it", () => {
    for (const { source, type } of all()) {
      expect(source).toMatch(type === "TypeInvalid" || type === "Unknown" ? /\.(?:json|go)$/ : /\.go, \w+$|\.json$/);
    }
  });
});
