import { ingress } from "@kubeschema-tools/clusters";
import { expect, test } from "vitest";
import { createSnapshotCluster } from "../testing/healthy-cluster.ts";
import { judge } from "../testing/judge.ts";
import { toJsonReport } from "./json-report.ts";
import { writeJsonReport } from "./write-json-report.ts";

test("writeJsonReport() gives pieces of a bounded length that are together the whole report", async () => {
  const many = Array.from(
    { length: 2000 },
    (_, index) => ingress({ name: `web-${index}`, namespace: `team-${index}` }),
  );
  const evaluation = await judge([...(await createSnapshotCluster()).objects, ...many]);
  const pieces = [...writeJsonReport(evaluation)];
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(150_000);
  expect(JSON.parse(pieces.join(""))).toEqual(toJsonReport(evaluation));
});

test("writeJsonReport() writes each route on a line of its own", async () => {
  const evaluation = await judge([ingress({ name: "web" })]);
  const lines = [...writeJsonReport(evaluation)].join("").split("\n");
  const routes = lines.filter((line) => line.trim().startsWith('{"host":'));
  expect(routes).toHaveLength(evaluation.sources.flatMap((source) => source.routes).length);
});

test("writeJsonReport() writes empty lists", async () => {
  const evaluation = { ...await judge([ingress({ name: "web" })]), sources: [], findings: [] };
  expect(JSON.parse([...writeJsonReport(evaluation)].join(""))).toEqual(toJsonReport(evaluation));
});
