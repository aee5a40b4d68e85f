import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "../../evaluate/evaluate.ts";
import { createCertificatePem } from "@kubeschema-tools/clusters/certificates";
import { type FakeApiServer, startFakeApiServer } from "../../testing/fake-api-server.ts";
import {
  type Fault,
  faultPageSize,
  impatientWith,
  lastingFaults,
  passingFaults,
  scriptOf,
} from "../../testing/faults.ts";
import { ingress, ingressClass, type KubeObject, service, slice, tlsOf, tlsSecret } from "@kubeschema-tools/clusters";
import type { ClusterView, ListName } from "../cluster-view.ts";
import { createApiClient } from "./api-client.ts";
import { observeCluster } from "./observe-cluster.ts";

const lists: readonly ListName[] = [
  "ingresses",
  "ingressclasses",
  "services",
  "endpointslices",
  "secrets",
  "events",
];
const others = lists.filter((list) => list !== "ingresses");
const allFaults = [...passingFaults, ...lastingFaults];
const at = "2026-06-01T00:00:00Z";

let objects: readonly KubeObject[];
let healthy: ClusterView;
let knownIds: readonly string[];

/** Two pages of each kind; with more than 20 Secrets, those too are read as a list. */
const names = Array.from({ length: 2 * faultPageSize }, (_, index) => `app-${index}`);

beforeAll(async () => {
  const certificatePem = await createCertificatePem(["*.shop.example"]);
  objects = names.flatMap((name, index) => [
    ingress({
      name,
      host: `${name}.shop.example`,
      className: name,
      backend: { service: { name, port: { name: "http" } } },
      spec: tlsOf(`${name}-tls`, `${name}.shop.example`),
      status: [{ ip: `203.0.113.${index}` }],
    }),
    ingressClass(name),
    service(name),
    slice(name),
    tlsSecret(`${name}-tls`, certificatePem),
    warning(name),
  ]);
  ({ view: healthy } = await observe([]));
  knownIds = evaluate(healthy, { at }).findings.map(({ id }) => id);
});

/** A warning of a while ago. */
function warning(name: string): KubeObject {
  return {
    apiVersion: "v1",
    kind: "Event",
    metadata: { namespace: "shop", name: `${name}.1` },
    type: "Warning",
    reason: "Sync",
    involvedObject: { kind: "Ingress", namespace: "shop", name },
    lastTimestamp: "2026-05-01T00:00:00Z",
  };
}

/** Observes through a server with these faults, a few objects to a page. Waiting is left out. */
async function observe(
  faults: readonly { readonly fault: Fault; readonly list: string }[],
): Promise<{ readonly view: ClusterView; readonly pausesMs: readonly number[]; readonly server: FakeApiServer }> {
  const server = await startFakeApiServer(objects, { script: scriptOf(faults), pageSize: faultPageSize });
  const pausesMs: number[] = [];
  const silent = faults.find(({ fault }) => fault.answer.isSilent);
  const client = createApiClient({ server: server.url, options: {}, timeoutMs: 60_000 }, {
    pause: async (ms) => void pausesMs.push(ms),
    ...(silent === undefined ? {} : { deadline: impatientWith(silent.list) }),
  });
  try {
    return { view: await observeCluster(client, { source: "fake", at }), pausesMs, server };
  } finally {
    client.close();
    await server.close();
  }
}

/** What may never be said of a list that could not be read. */
function expectHonest(view: ClusterView, faults: readonly { readonly fault: Fault; readonly list: string }[]): void {
  for (const list of others) {
    const hits = faults.filter((hit) => hit.list === list).map(({ fault }) => fault.want);
    const isRead = hits.every((want) => want === "observed" || want === "inconsistent");
    if (isRead) expect({ list, ...view.lists[list] }).toEqual({ list, state: "observed" });
    else expect(hits).toContain(view.lists[list].state);
  }
  const { findings } = evaluate(view, { at });
  // A fault of the way hides what is wrong with the cluster, and never adds to it.
  for (const { id, outcome } of findings) if (outcome === "fail") expect(knownIds).toContain(id);
  for (const { is } of findings.filter(({ outcome }) => outcome === "unknown")) {
    expect(is).toMatch(/^could not be checked: ./);
  }
}

describe("observeCluster() through faults", () => {
  test("sees a healthy cluster where there is none", () => {
    expectHonest(healthy, []);
    expect(healthy.isComplete).toBe(true);
    expect(Object.values(healthy.lists).map(({ state }) => state)).toEqual(lists.map(() => "observed"));
  });

  describe.each(lists)("at %s", (list) => {
    test.each(passingFaults)("reads all the same after $name", async (fault) => {
      const { view, pausesMs } = await observe([{ fault, list }]);
      expect({ ...view, requestCount: 0 }).toEqual({ ...healthy, requestCount: 0 });
      expect(view.requestCount).toBeGreaterThan(healthy.requestCount);
      expect(pausesMs).toHaveLength(fault.isLaterPage ? 0 : fault.times);
      const asked = fault.answer.headers?.["retry-after"] === undefined ? 0 : 1000;
      for (const pauseMs of pausesMs) expect(pauseMs).toBeGreaterThanOrEqual(Math.max(asked, 100));
    });
  });

  describe.each(others)("at %s", (list) => {
    test.each(lastingFaults)("says what it could not read after $name", async (fault) => {
      const { view } = await observe([{ fault, list }]);
      expectHonest(view, [{ fault, list }]);
      expect(view.isComplete).toBe(fault.want !== "inconsistent");
    });
  });

  test.each(lastingFaults.filter(({ want }) => want !== "inconsistent"))(
    "throws an ObservationError if the Ingresses are not available after $name",
    async (fault) => {
      await expect(observe([{ fault, list: "ingresses" }])).rejects.toMatchObject({
        name: "ObservationError",
        message: expect.stringMatching(/^Cannot (list ingresses|read from)/),
      });
    },
  );

  test("is honest about any two faults at once", async () => {
    // Silence waits for its timeout, and has been looked at above.
    const faults = allFaults.filter(({ answer }) => !answer.isSilent);
    const hit = fc.record({ fault: fc.constantFrom(...faults), list: fc.constantFrom(...lists) });
    const seen = { refused: 0, read: 0 };
    await fc.assert(
      fc.asyncProperty(hit, hit, async (first, second) => {
        fc.pre(first.list !== second.list);
        const ofIngresses = [first, second].find(({ list }) => list === "ingresses")?.fault.want;
        if (ofIngresses === "forbidden" || ofIngresses === "unavailable") {
          seen.refused++;
          await expect(observe([first, second])).rejects.toMatchObject({ name: "ObservationError" });
          return;
        }
        if (ofIngresses !== undefined) seen.read++;
        const { view } = await observe([first, second]);
        expectHonest(view, [first, second]);
        const isConsistent = [first, second].every(({ fault }) => fault.want !== "inconsistent");
        expect(view.isComplete).toBe(isConsistent);
      }),
      { seed: 20_260_601, numRuns: 90 },
    );
    // Both ways were gone with the Ingresses themselves.
    expect(Math.min(seen.refused, seen.read)).toBeGreaterThan(5);
  });
});
