import {
  allFaults,
  expectedRoot,
  failingRoutes,
  type HealthyCluster,
  type KubeObject,
  type Root,
  rootsOf,
  toRoot,
} from "@kubeschema-tools/clusters";
import { beforeAll, describe, expect, test } from "vitest";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { toJsonReport } from "../report/json-report.ts";
import { expectValidReport } from "../testing/expect-valid-report.ts";
import { createSnapshotCluster, snapshotFaults } from "../testing/healthy-cluster.ts";
import { judge } from "../testing/judge.ts";
import { allRules } from "./all-rules.ts";

let healthy: HealthyCluster;

beforeAll(async () => {
  healthy = await createSnapshotCluster();
});

describe("every fault in a cluster with a tenant for each", () => {
  test("the catalogue has a row for each rule, and no other", () => {
    const names = allFaults.map(({ rule, way }) => `${rule}: ${way}`);
    expect(new Set(names).size).toBe(names.length);
    expect([...new Set(allFaults.map(({ rule }) => rule))].toSorted()).toEqual(allRules.map(({ id }) => id).toSorted());
  });

  test("nothing is found without a fault", async () => {
    const evaluation = await judge(healthy.objects);
    expect(evaluation.findings).toEqual([]);
    expect(evaluation.sources.length).toBeGreaterThan(100);
    expect(evaluation.sources.flatMap(({ routes }) => routes).every(({ state }) => state === "ok")).toBe(true);
  });

  test.each(snapshotFaults.map((fault) => ({ name: `${fault.rule} is found alone: ${fault.way}`, fault })))(
    "$name",
    async ({ fault }) => {
      const injected = healthy.inject(fault);
      const evaluation = await judge(injected.objects);
      expect(rootsIn(evaluation)).toEqual([expectedRoot(fault, injected)]);
      expect(failingRoutes(evaluation)).toEqual(injected.expect.broken);
      expectValidReport(toJsonReport(evaluation));
    },
  );

  test("all together are found, each once, whatever the order of the objects", async () => {
    let objects: readonly KubeObject[] = healthy.objects;
    const want = snapshotFaults.map((fault) => {
      const injected = healthy.inject(fault, objects);
      objects = injected.objects;
      return expectedRoot(fault, injected);
    });
    const evaluation = await judge(objects);
    expect(rootsIn(evaluation).toSorted(compareRoots)).toEqual(want.toSorted(compareRoots));
    expect((await judge(objects.toReversed())).findings).toEqual(evaluation.findings);
  });
});

function rootsIn({ findings }: Evaluation): readonly Root[] {
  return rootsOf(findings).map(toRoot);
}

function compareRoots(a: Root, b: Root): number {
  return `${a.rule} ${a.object}` < `${b.rule} ${b.object}` ? -1 : 1;
}
