import { ingress } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { readIngress } from "../observe/read-ingress.ts";
import { createFightDetector, type StatusFight } from "./status-fight.ts";

/** Plays writes one second apart; each is an address and its manager. */
function play(
  writes: readonly (readonly [string, string])[],
  stepMs: number = 1000,
): readonly (StatusFight | undefined)[] {
  const detect = createFightDetector();
  return writes.map(([ip, manager], index) => {
    const time = new Date(index * stepMs).toISOString();
    const fieldsV1 = { "f:status": { "f:loadBalancer": { "f:ingress": {} } } };
    const managedFields = [{ manager, operation: "Update", apiVersion: "networking.k8s.io/v1", time, fieldsV1 }];
    const status = ip === "" ? [] : [{ ip }];
    return detect(readIngress(ingress({ status, metadata: { managedFields } })), index * stepMs);
  });
}

describe("createFightDetector()", () => {
  test("tells two managers that write two addresses in turn", () => {
    const found = play([["10.0.0.1", "a"], ["10.0.0.2", "b"], ["10.0.0.1", "a"]]);
    expect(found.slice(0, 2)).toEqual([undefined, undefined]);
    expect(found[2]).toEqual({
      namespace: "shop",
      name: "web",
      managers: ["a", "b"],
      addresses: ["10.0.0.1", "10.0.0.2"],
      changeCount: 2,
    });
  });

  test("tells it again when the changes have doubled, and not each time", () => {
    const writes = Array.from({ length: 17 }, (_, index) => [`10.0.0.${index % 2}`, `m${index % 2}`] as const);
    const told = play(writes).flatMap((fight) => fight === undefined ? [] : [fight.changeCount]);
    expect(told).toEqual([2, 4, 8, 16]);
  });

  test.each(
    [
      { name: "one controller that changes its mind", writes: [["1.1.1.1", "a"], ["2.2.2.2", "a"], ["1.1.1.1", "a"]] },
      { name: "addresses that only go forward", writes: [["1.1.1.1", "a"], ["2.2.2.2", "b"], ["3.3.3.3", "a"]] },
      { name: "the same address by two managers", writes: [["1.1.1.1", "a"], ["1.1.1.1", "b"], ["1.1.1.1", "a"]] },
      { name: "writers that are not known", writes: [["1.1.1.1", ""], ["2.2.2.2", ""], ["1.1.1.1", ""]] },
    ] as const,
  )("says nothing of $name", ({ writes }) => {
    expect(play(writes).every((fight) => fight === undefined)).toBe(true);
  });

  test("says nothing of changes that lie far apart", () => {
    const writes = [["1.1.1.1", "a"], ["2.2.2.2", "b"], ["1.1.1.1", "a"]] as const;
    expect(play(writes, 11 * 60_000).every((fight) => fight === undefined)).toBe(true);
  });
});
