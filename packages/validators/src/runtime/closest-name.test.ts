import { cpuUsage } from "node:process";
import { expect, test } from "vitest";
import { closestName } from "./closest-name.ts";

test.each([
  { given: "rulez", names: ["rules", "tls"], want: "rules" },
  { given: "RULES", names: ["rules"], want: "rules" },
  { given: "ulres", names: ["rules"], want: undefined },
  { given: "sepc", names: ["spec", "status"], want: "spec" },
  { given: "containerz", names: ["initContainers", "containers"], want: "containers" },
  { given: "a", names: ["b"], want: undefined },
  { given: "", names: ["spec"], want: undefined },
  { given: "replicaCount", names: ["replicas", "selector"], want: undefined },
])("closestName() finds $want for $given", ({ given, names, want }) => {
  expect(closestName(given, names)).toBe(want);
});

test("closestName() does not compare texts of other lengths", () => {
  const start = cpuUsage();
  expect(closestName("a".repeat(1_000_000), ["annotations", "labels"])).toBeUndefined();
  expect(cpuUsage(start).user / 1000).toBeLessThan(100);
});
