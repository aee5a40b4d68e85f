import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RouteSource } from "../../routes/route.ts";
import { routesOfIngresses } from "../../routes/ingress-routes.ts";
import { observeSnapshot } from "../../observe/observe-snapshot.ts";
import { testTime } from "../../testing/judge.ts";
import { ingress } from "@kubeschema-tools/clusters";
import { findLosers } from "./older-neighbour.ts";

const address = fc.constantFrom("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4");
const addresses = fc.uniqueArray(address, { maxLength: 3 });

async function sourcesOf(given: readonly (readonly string[])[]): Promise<readonly RouteSource[]> {
  const items = given.map((ips, index) =>
    ingress({
      name: `i-${String(index).padStart(2, "0")}`,
      status: ips.map((ip) => ({ ip })),
      metadata: { creationTimestamp: `2026-05-01T00:${String(index).padStart(2, "0")}:00Z` },
    })
  );
  const documents = [{ kind: "List", items }];
  return routesOfIngresses(observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime }));
}

/** The same question asked of each pair. */
function bruteForce(sources: readonly RouteSource[]): readonly (readonly [string, string])[] {
  const meet = (a: RouteSource, b: RouteSource): boolean =>
    a.addresses.length === 0 || b.addresses.length === 0 || a.addresses.some((ip) => b.addresses.includes(ip));
  const winners: RouteSource[] = [];
  const losers: (readonly [string, string])[] = [];
  for (const source of sources) {
    const winner = winners.find((candidate) => meet(candidate, source));
    if (winner === undefined) winners.push(source);
    else losers.push([source.ref.name, winner.ref.name]);
  }
  return losers;
}

describe("findLosers()", () => {
  test("finds in one pass what a comparison of each pair finds", async () => {
    await fc.assert(fc.asyncProperty(fc.array(addresses, { minLength: 1, maxLength: 12 }), async (given) => {
      const sources = await sourcesOf(given);
      const found = findLosers(sources.toReversed().map((source) => ({ source })));
      expect(found.map(({ loser, winner }) => [loser.source.ref.name, winner.source.ref.name])).toEqual(
        bruteForce(sources),
      );
    }));
  });

  test("of two of one age the namespace and name decide", async () => {
    const [source] = await sourcesOf([[]]);
    if (source === undefined) throw new RangeError("no source");
    const twin = { ...source, ref: { ...source.ref, name: "a" } };
    expect(findLosers([{ source }, { source: twin }]).map(({ winner }) => winner.source.ref.name)).toEqual(["a"]);
  });
});
