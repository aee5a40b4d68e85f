import { allRules } from "@kubeschema/ingress-diff";
import { beforeAll, describe, expect, test } from "vitest";
import { allFaults } from "./random-clusters/all-faults.ts";
import { type Certificates, createCertificates } from "./random-clusters/certificates.ts";
import { type ClusterObject, type IngressObject, isIngress } from "./random-clusters/cluster-object.ts";
import { createDice } from "./random-clusters/dice.ts";
import { judgeObjects, type Root, rootsOf } from "./random-clusters/judge-objects.ts";
import { toOlderForms } from "./random-clusters/older-forms.ts";
import { createRandomCluster } from "./random-clusters/random-cluster.ts";
import type { Injected, RandomFault } from "./random-clusters/random-fault.ts";
import { createService } from "./random-clusters/random-services.ts";

const atMs = Date.parse("2026-06-01T00:00:00Z");
let certificates: Certificates;

beforeAll(async () => {
  certificates = await createCertificates(atMs);
});

const seeds = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i);
const clusterOf = (seed: number): readonly ClusterObject[] => createRandomCluster(seed, { certificates, atMs });

/** Puts a fault into the first cluster from a seed on that has a place for it. */
function injectFrom(seed: number, fault: RandomFault): Injected {
  for (const next of seeds(seed, 50)) {
    const injected = fault.inject({ dice: createDice(next), objects: clusterOf(next), certificates, atMs });
    if (injected !== undefined) return injected;
  }
  throw new RangeError(`Cannot find a cluster for ${fault.rule}: ${fault.way}`);
}

const names = (roots: readonly Root[]): readonly string[] => roots.map(({ rule, object }) => `${rule} ${object}`);
const ids = (roots: readonly Root[]): readonly string[] => roots.map(({ id }) => id).sort();

describe("in random healthy clusters", () => {
  test("there is nothing to repair", async () => {
    for (const seed of seeds(1, 60)) {
      const evaluation = await judgeObjects(clusterOf(seed), atMs);
      expect({ seed, roots: names(rootsOf(evaluation)) }).toEqual({ seed, roots: [] });
      const states = evaluation.sources.flatMap(({ routes }) => routes.map(({ state }) => state));
      expect(states.length).toBeGreaterThan(0);
      expect(new Set(states)).toEqual(new Set(["ok"]));
    }
  });

  test("nothing is called missing where a kind was not observed", async () => {
    for (const seed of seeds(1, 10)) {
      const objects = clusterOf(seed);
      for (const kind of ["IngressClass", "Service", "EndpointSlice", "Secret", "Event"]) {
        const { findings } = await judgeObjects(objects.filter((object) => object.kind !== kind), atMs);
        const failures = findings.filter(({ outcome, severity }) => outcome === "fail" && severity !== "info");
        expect({ seed, kind, failures }).toEqual({ seed, kind, failures: [] });
      }
    }
  });
});

describe("in a random cluster with one fault", () => {
  const cases = allFaults.map((fault) => ({ name: `${fault.rule}: ${fault.way}`, fault }));

  test.each(cases)("$name", async ({ fault }) => {
    for (const seed of [100, 200, 300]) {
      const { objects, object, broken } = injectFrom(seed, fault);
      const roots = rootsOf(await judgeObjects(objects, atMs));
      expect({ seed, roots: names(roots) }).toEqual({ seed, roots: [`${fault.rule} ${object}`] });
      if (broken !== undefined) expect(roots[0]?.routes).toEqual(broken);
    }
  });

  test("each rule that is not only a note has one", () => {
    const counted = allRules.filter(({ severity }) => severity !== "info").map(({ id }) => id);
    expect([...new Set(allFaults.map(({ rule }) => rule))].toSorted()).toEqual(counted.toSorted());
  });
});

test("of two faults in a random cluster both are found, neither folded, and nothing else", async () => {
  let pairCount = 0;
  for (const seed of seeds(500, 60)) {
    const dice = createDice(seed);
    const [one, other] = dice.shuffle(allFaults);
    const first = one?.inject({ dice, objects: clusterOf(seed), certificates, atMs });
    const second = first && other?.inject({ dice, objects: first.objects, certificates, atMs });
    if (first === undefined || second === undefined) continue;
    if (mayFollow(first.object, second.object) || [one, other].some((fault) => fault?.rule === "event/warning")) {
      continue;
    }
    pairCount++;
    const roots = rootsOf(await judgeObjects(second.objects, atMs));
    const want = [`${one?.rule} ${first.object}`, `${other?.rule} ${second.object}`].sort();
    expect({ seed, roots: names(roots).toSorted() }).toEqual({ seed, roots: want });
  }
  expect(pairCount).toBeGreaterThan(30);
});

describe("ids of findings stay", () => {
  const each = seeds(700, 25).map((seed) => ({ seed, fault: allFaults[seed % allFaults.length] as RandomFault }));

  test("whatever the order of the objects", async () => {
    for (const { seed, fault } of each) {
      const { objects } = injectFrom(seed, fault);
      const { findings } = await judgeObjects(createDice(seed).shuffle(objects), atMs);
      expect(findings).toEqual((await judgeObjects(objects, atMs)).findings);
    }
  });

  test("in older versions of the APIs", async () => {
    for (const { seed, fault } of each) {
      const { objects } = injectFrom(seed, fault);
      const want = ids(rootsOf(await judgeObjects(objects, atMs)));
      for (const version of ["networking.k8s.io/v1beta1", "extensions/v1beta1"] as const) {
        expect(ids(rootsOf(await judgeObjects(toOlderForms(objects, version), atMs)))).toEqual(want);
      }
    }
  });

  test("when a team that has nothing to do with it moves in", async () => {
    for (const { seed, fault } of each) {
      const { objects } = injectFrom(seed, fault);
      const roots = rootsOf(await judgeObjects([...objects, ...neighbour(seed, objects)], atMs));
      expect({ seed, ids: ids(roots) }).toEqual({ seed, ids: ids(rootsOf(await judgeObjects(objects, atMs))) });
    }
  });

  test("when a second Ingress is hit by the same fault", async () => {
    const faults = allFaults.filter(({ rule }) => /^(backend|tls\/(secret|certificate|key|temporary))/.test(rule));
    for (const [index, fault] of faults.entries()) {
      const { objects } = injectFrom(900 + index, fault);
      const [before] = rootsOf(await judgeObjects(objects, atMs));
      const twin = twinOf(objects, before?.routes[0] ?? "");
      if (twin === undefined) continue;
      const [after, ...others] = rootsOf(await judgeObjects([...objects, twin], atMs));
      expect({ way: fault.way, id: after?.id, others }).toEqual({ way: fault.way, id: before?.id, others: [] });
      expect(after?.routes.length).toBeGreaterThan(before?.routes.length ?? 0);
    }
  });
});

/** Two faults of one object, or of the team that moves in and another, may follow from each other. */
function mayFollow(one: string, other: string): boolean {
  return one === other || [one, other].some((object) => object.includes(" team-z/"));
}

/** A healthy Ingress of some other namespace, of a class that is there. */
function neighbour(seed: number, objects: readonly ClusterObject[]): readonly ClusterObject[] {
  const dice = createDice(seed);
  const first = objects.filter(isIngress).find(({ spec, status }) =>
    spec.ingressClassName === "nginx" && status.loadBalancer.ingress !== undefined
  );
  if (first === undefined) return [];
  const namespace = "elsewhere";
  const { name, ports, objects: ofService } = createService(dice, {
    namespace,
    name: "alone",
    sliceApiVersion: "discovery.k8s.io/v1",
  });
  const rules = [{
    host: "alone.example",
    http: { paths: [{ path: "/", pathType: "Prefix", backend: { service: { name, port: dice.pick(ports) } } }] },
  }];
  const ingress: IngressObject = {
    ...first,
    metadata: { ...first.metadata, namespace, name, uid: "uid-alone", annotations: {} },
    spec: { ingressClassName: "nginx", rules },
  };
  return [...ofService, ingress];
}

/** The same Ingress again, for other hosts; none for one that takes part in what only one can have. */
function twinOf(objects: readonly ClusterObject[], key: string): ClusterObject | undefined {
  const ingress = objects.filter(isIngress).find(({ metadata: { namespace, name } }) =>
    key.startsWith(`${namespace}/${name} `)
  );
  if (ingress === undefined || ingress.spec.rules === undefined) return undefined;
  const rename = (host: string): string => host.replace(/^[^.]*/, "twin");
  if (ingress.spec.rules.some(({ host = "*" }) => host.startsWith("*")) || ingress.spec.defaultBackend !== undefined) {
    return undefined;
  }
  const hosts = new Set(ingress.spec.rules.map(({ host = "" }) => rename(host)));
  if (hosts.size < ingress.spec.rules.length) return undefined;
  return {
    ...ingress,
    metadata: { ...ingress.metadata, name: `${ingress.metadata.name}-twin`, uid: "uid-twin" },
    spec: {
      ...ingress.spec,
      rules: ingress.spec.rules.map((rule) => ({ ...rule, host: rename(rule.host ?? "") })),
      ...(ingress.spec.tls === undefined ? {} : {
        tls: ingress.spec.tls.map((entry) => ({
          ...entry,
          ...(entry.hosts === undefined
            ? {}
            : { hosts: entry.hosts.map((host) => host.startsWith("*") ? host : rename(host)) }),
        })),
      }),
    },
  };
}
