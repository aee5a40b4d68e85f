import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ingress } from "@kubeschema-tools/clusters";
import { expect, test } from "vitest";
import { decodeSnapshot } from "../cli/decode-snapshot.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { parseYaml } from "../observe/parse-yaml.ts";
import { expectValidReport, validateReport } from "../testing/expect-valid-report.ts";
import { createSnapshotCluster } from "../testing/healthy-cluster.ts";
import { judge } from "../testing/judge.ts";
import { toJsonReport } from "./json-report.ts";
import { formatJsonReport } from "./write-json-report.ts";
import { formatYamlReport } from "./yaml-report.ts";

async function read(path: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
}

test("schema/report.json describes the demo's report in full, as JSON and as YAML", async () => {
  const sources = [decodeSnapshot({ name: "shop.yaml", text: await read("demo/shop.yaml") })];
  const view = observeSnapshot(sources, { source: "demo snapshot", at: "1970-01-01" });
  const evaluation = evaluate(view, { at: view.at });
  const report: unknown = JSON.parse(formatJsonReport(evaluation));
  expectValidReport(report);
  const yaml = parseYaml(formatYamlReport(evaluation));
  expect(yaml).toEqual({ documents: [report] });
});

test("schema/report.json describes reports of a healthy cluster, without lists, and with a baseline", async () => {
  const healthy = (await createSnapshotCluster()).objects;
  expectValidReport(toJsonReport(await judge(healthy)));
  for (const kind of ["IngressClass", "Service", "EndpointSlice", "Secret"]) {
    expectValidReport(toJsonReport(await judge(healthy.filter((object) => object.kind !== kind))));
  }
  const broken = await judge([
    ...healthy.filter(({ kind }) => kind !== "Service"),
    ingress({ className: "gone", status: [] }),
  ]);
  const knownIds = new Set(broken.findings.slice(1).map(({ id }) => id));
  expect(broken.findings.length).toBeGreaterThan(1);
  expectValidReport(toJsonReport({ ...broken, ignoredCount: 2 }, { knownIds, hiddenKnownCount: 1 }));
});

test("schema/report.json refuses what is not a report", () => {
  expect(validateReport({ version: 2 })).toBe(false);
  expect(validateReport({ ...validReport, findings: [{ id: "x" }] })).toBe(false);
  expectValidReport(validReport);
});

const validReport = {
  version: 1,
  observed: {
    source: "x",
    serverVersion: null,
    at: "2026-01-01T00:00:00.000Z",
    namespace: null,
    complete: true,
    managedFields: true,
    requests: 0,
    lists: {},
  },
  summary: { ingresses: 0, routes: 0, failing: 0, unknown: 0 },
  ingresses: [],
  findings: [],
};
