import { expect, test } from "vitest";
import { createZoneCertificates } from "../certificates/create-zone-certificates.ts";
import { allFaults } from "../faults/all-faults.ts";
import type { Injected } from "../faults/fault.ts";
import { formatReference } from "../objects/kube-object.ts";
import { createDice } from "../place/dice.ts";
import { createRandomCluster, randomPlace } from "./random-cluster.ts";

const atMs = Date.parse("2026-06-01T00:00:00Z");
const certificates = await createZoneCertificates(atMs);
const seeds = Array.from({ length: 40 }, (_, index) => index);
const clusters = seeds.map((seed) => createRandomCluster(seed, { certificates, atMs }));

test("createRandomCluster() makes the same cluster from the same seed, and each object once", () => {
  for (const [seed, objects] of clusters.entries()) {
    expect(createRandomCluster(seed, { certificates, atMs })).toEqual(objects);
    const references = objects.map(formatReference);
    expect({ seed, count: new Set(references).size }).toEqual({ seed, count: references.length });
  }
});

test.each(allFaults)("$rule ($way) finds a place in random clusters, the same for the same dice", (fault) => {
  const injectAll = (): readonly (Injected | undefined)[] =>
    clusters.map((objects, seed) => fault.inject(randomPlace(objects, { dice: createDice(seed), certificates, atMs })));
  const injected = injectAll();
  expect(injected.filter((each) => each !== undefined).length).toBeGreaterThan(2);
  expect(injectAll()).toEqual(injected);
});
