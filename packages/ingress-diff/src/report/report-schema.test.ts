import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { beforeAll, expect, test } from "vitest";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { evaluate } from "../rules/evaluate.ts";
import { createHealthyShop } from "../testing/healthy-shop.ts";
import { judge } from "../testing/judge.ts";
import { ingress } from "../testing/kube-objects.ts";
import { formatJsonReport, toJsonReport } from "./json-report.ts";
import { formatYamlReport } from "./yaml-report.ts";
import { parseYaml } from "../observe/parse-yaml.ts";

let validate: ValidateFunction;

async function read(path: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
}

beforeAll(async () => {
  const schema = JSON.parse(await read("schema/report.json"));
  validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, formats: { "date-time": isTime } })
    .compile(closed(schema));
});

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
}

/** The schema allows fields to be added; here each field that is written has to be described. */
function closed(schema: unknown): object {
  const text = JSON.stringify(
    schema,
    (_key, value: unknown) =>
      typeof value === "object" && value !== null && "properties" in value && !("additionalProperties" in value)
        ? { ...value, additionalProperties: false }
        : value,
  );
  return JSON.parse(text);
}

function expectValid(report: unknown): void {
  validate(report);
  expect(validate.errors ?? []).toEqual([]);
}

test("schema/report.json describes the demo's report in full, as JSON and as YAML", async () => {
  const texts = [{ name: "shop.yaml", text: await read("demo/shop.yaml") }];
  const view = await observeSnapshot(texts, { source: "demo snapshot", at: "1970-01-01" });
  const evaluation = evaluate(view, { at: view.at });
  const report: unknown = JSON.parse(formatJsonReport(evaluation));
  expectValid(report);
  const yaml = parseYaml(formatYamlReport(evaluation));
  expect(yaml).toEqual({ documents: [report] });
});

test("schema/report.json describes reports of a healthy cluster, without lists, and with a baseline", async () => {
  const healthy = await createHealthyShop();
  expectValid(toJsonReport(await judge(healthy)));
  for (const kind of ["IngressClass", "Service", "EndpointSlice", "Secret"]) {
    expectValid(toJsonReport(await judge(healthy.filter((object) => object.kind !== kind))));
  }
  const broken = await judge([
    ...healthy.filter(({ kind }) => kind !== "Service"),
    ingress({ className: "gone", status: [] }),
  ]);
  const knownIds = new Set(broken.findings.slice(1).map(({ id }) => id));
  expect(broken.findings.length).toBeGreaterThan(1);
  expectValid(toJsonReport({ ...broken, ignoredCount: 2 }, { knownIds, hiddenKnownCount: 1 }));
});

test("schema/report.json refuses what is no report", () => {
  expect(validate({ version: 2 })).toBe(false);
  expect(validate({ ...validReport, findings: [{ id: "x" }] })).toBe(false);
  expectValid(validReport);
});

const validReport = {
  version: 1,
  observed: {
    source: "x",
    serverVersion: null,
    at: "2026-01-01T00:00:00.000Z",
    namespace: null,
    complete: true,
    requests: 0,
    lists: {},
  },
  summary: { ingresses: 0, routes: 0, failing: 0, unknown: 0 },
  ingresses: [],
  findings: [],
};
