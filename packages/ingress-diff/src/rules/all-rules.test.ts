import type { HealthyCluster } from "@kubeschema-tools/clusters";
import { beforeAll, describe, expect, test } from "vitest";
import { optional } from "../observe/json-value.ts";
import { createSnapshotCluster, snapshotFaults } from "../testing/healthy-cluster.ts";
import { judge } from "../testing/judge.ts";
import { messageFaults } from "../testing/message-faults.ts";
import { allRules, explainedRules, factsOf } from "./all-rules.ts";
import { familyNames, familyOf } from "./rule/family.ts";
import { fillCommand } from "./rule/fill-command.ts";

let healthy: HealthyCluster;

beforeAll(async () => {
  healthy = await createSnapshotCluster();
});

describe("explainedRules", () => {
  const ids = explainedRules.map(({ id }) => id);

  test("has each id once, family by family, and by name within one", () => {
    expect(new Set(ids).size).toBe(ids.length);
    const families = ids.map(familyOf);
    expect(families).toEqual(families.toSorted((a, b) => familyNames.indexOf(a) - familyNames.indexOf(b)));
    for (const family of familyNames) {
      const names = ids.filter((id) => familyOf(id) === family);
      expect(names).toEqual(names.toSorted());
      expect(names.length).toBeGreaterThan(0);
    }
  });

  test("has the rules of one observation, and those of two", () => {
    expect(ids.filter((id) => !allRules.some((rule) => rule.id === id))).toEqual(["address/lost"]);
  });

  test.each(explainedRules)("$id speaks plainly", (rule) => {
    const command = rule.command && fillCommand(rule.command, { kind: "Ingress", namespace: "shop", name: "web" });
    expect(messageFaults({ fix: rule.fix, ...optional("command", command), should: "a rule", is: "is one" })).toEqual(
      [],
    );
    for (const sentence of [rule.summary, rule.why]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test.each(explainedRules)("$id follows only from rules that there are, and never from itself", ({ id }) => {
    const reached = new Set<string>();
    const visit = (name: string): void => {
      const rule = explainedRules.find((candidate) => candidate.id === name);
      expect(rule?.id).toBe(name);
      const { sameObject = [], sameRoutes = [], namedObject = [] } = rule?.followsFrom ?? {};
      for (const cause of [...(sameObject === "any error" ? [] : sameObject), ...sameRoutes, ...namedObject]) {
        if (reached.has(cause)) continue;
        reached.add(cause);
        visit(cause);
      }
    };
    visit(id);
    expect(reached).not.toContain(id);
  });

  test.each(allRules)("what $id says in its example is what it says", async ({ id, example }) => {
    const fault = snapshotFaults.find(({ rule, way }) => rule === id && way === example.given);
    expect(fault?.way).toBe(example.given);
    if (fault === undefined) return;
    const { findings } = await judge(healthy.inject(fault).objects);
    expect(findings.find(({ rule, cause }) => rule === id && cause === undefined)?.is).toMatch(example.says);
  });
});

test("factsOf() gives what a rule says about itself", () => {
  expect(factsOf("address/lost").scope).toBe("comparison");
  expect(factsOf("class/missing").severity).toBe("error");
});
