import {
  allFaults,
  createDice,
  createRandomCluster,
  createService,
  expectedRoot,
  type Fault,
  formatFound,
  type IngressObject,
  type Injected,
  isIngress,
  type KubeObject,
  randomPlace,
  rootsOf,
  routesOfFinding,
  toOlderForms,
  toRoot,
  type ZoneCertificates,
} from "@kubeschema-tools/clusters";
import { createZoneCertificates } from "@kubeschema-tools/clusters/certificates";
import type { Evaluation, Finding } from "@kubeschema/ingress-diff";
import { beforeAll, describe, expect, test } from "vitest";
import { judgeObjects } from "./judge-objects.ts";

const atMs = Date.parse("2026-06-01T00:00:00Z");
let certificates: ZoneCertificates;

beforeAll(async () => {
  certificates = await createZoneCertificates(atMs);
});

const faults = allFaults.filter(({ only }) => only !== "server");
/** The findings that healthy random clusters do not have, unlike notes. */
const counted = faults.filter(({ severity }) => severity !== "info");

const seeds = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i);
const clusterOf = (seed: number): readonly KubeObject[] => createRandomCluster(seed, { certificates, atMs });

/** Puts a fault into the first cluster, starting at a seed, that has a place for it. */
function injectFrom(seed: number, fault: Fault): Injected {
  for (const next of seeds(seed, 50)) {
    const injected = fault.inject(randomPlace(clusterOf(next), { dice: createDice(next), certificates, atMs }));
    if (injected !== undefined) return injected;
  }
  throw new RangeError(`Cannot find a cluster for ${fault.rule}: ${fault.way}`);
}

/** The causes without notes. */
const countedIn = ({ findings }: Evaluation): readonly Finding[] =>
  rootsOf(findings).filter(({ severity }) => severity !== "info");
const nameOf = ({ rule, object }: Finding): string => `${rule} ${formatFound(object)}`;
const ids = (evaluation: Evaluation): readonly string[] => countedIn(evaluation).map(({ id }) => id).sort();

describe("in random healthy clusters", () => {
  test("there is nothing to repair", async () => {
    for (const seed of seeds(1, 60)) {
      const evaluation = await judgeObjects(clusterOf(seed), atMs);
      expect({ seed, roots: countedIn(evaluation).map(nameOf) }).toEqual({ seed, roots: [] });
      const states = evaluation.sources.flatMap(({ routes }) => routes.map(({ state }) => state));
      expect(states.length).toBeGreaterThan(0);
      expect(new Set(states)).toEqual(new Set(["ok"]));
    }
  });

  test("nothing is called missing if its kind was not observed", async () => {
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
  const cases = faults.map((fault) => ({ name: `${fault.rule}: ${fault.way}`, fault }));

  test.each(cases)("$name", async ({ fault }) => {
    for (const seed of [100, 200, 300]) {
      const injected = injectFrom(seed, fault);
      const evaluation = await judgeObjects(injected.objects, atMs);
      const { object, broken } = injected.expect;
      const isNote = fault.severity === "info";
      const roots = isNote
        ? rootsOf(evaluation.findings).filter((finding) => nameOf(finding) === `${fault.rule} ${object}`)
        : countedIn(evaluation);
      expect({ seed, roots: roots.map(toRoot) }).toEqual({ seed, roots: [expectedRoot(fault, injected)] });
      if (isNote) expect({ seed, roots: countedIn(evaluation) }).toEqual({ seed, roots: [] });
      const [root] = roots;
      if (fault.severity === "error" && root !== undefined) {
        expect(routesOfFinding(evaluation, root)).toEqual(broken);
      }
    }
  });
});

test("both of two faults in a random cluster are found, neither of them folded, and nothing else", async () => {
  let pairCount = 0;
  for (const seed of seeds(500, 60)) {
    const dice = createDice(seed);
    const [one, other] = dice.shuffle(counted);
    const first = one?.inject(randomPlace(clusterOf(seed), { dice, certificates, atMs }));
    const second = first && other?.inject(randomPlace(first.objects, { dice, certificates, atMs }));
    if (first === undefined || second === undefined) continue;
    const [object, otherObject] = [first.expect.object, second.expect.object];
    if (mayFollow(object, otherObject) || [one, other].some((fault) => fault?.rule === "event/warning")) continue;
    pairCount++;
    const roots = countedIn(await judgeObjects(second.objects, atMs)).map(nameOf);
    const want = [`${one?.rule} ${object}`, `${other?.rule} ${otherObject}`].sort();
    expect({ seed, roots: roots.toSorted() }).toEqual({ seed, roots: want });
  }
  expect(pairCount).toBeGreaterThan(30);
});

describe("ids of findings do not change", () => {
  const each = seeds(700, 25).map((seed) => ({ seed, fault: counted[seed % counted.length] as Fault })); // It has some.

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
      const want = ids(await judgeObjects(objects, atMs));
      for (const version of ["networking.k8s.io/v1beta1", "extensions/v1beta1"] as const) {
        expect(ids(await judgeObjects(toOlderForms(objects, version), atMs))).toEqual(want);
      }
    }
  });

  test("when an unrelated team moves in", async () => {
    for (const { seed, fault } of each) {
      const { objects } = injectFrom(seed, fault);
      const after = await judgeObjects([...objects, ...neighbour(seed, objects)], atMs);
      expect({ seed, ids: ids(after) }).toEqual({ seed, ids: ids(await judgeObjects(objects, atMs)) });
    }
  });

  test("when the same fault affects a second Ingress", async () => {
    const ofOneObject = counted.filter(({ rule }) => /^(backend|tls\/(secret|certificate|key|temporary))/.test(rule));
    let twinCount = 0;
    for (const [index, fault] of ofOneObject.entries()) {
      const { objects } = injectFrom(900 + index, fault);
      const before = await judgeObjects(objects, atMs);
      const [first] = countedIn(before);
      const hit = first === undefined ? [] : routesOfFinding(before, first);
      const twin = twinOf(objects, hit[0] ?? "");
      if (twin === undefined) continue;
      twinCount++;
      const after = await judgeObjects([...objects, twin], atMs);
      const [second, ...others] = countedIn(after);
      expect({ way: fault.way, id: second?.id, others }).toEqual({ way: fault.way, id: first?.id, others: [] });
      expect(second === undefined ? 0 : routesOfFinding(after, second).length).toBeGreaterThan(hit.length);
    }
    expect(twinCount).toBeGreaterThan(ofOneObject.length / 2);
  });
});

/** Two faults of one object, or of the team that moves in and another, may follow from each other. */
function mayFollow(one: string, other: string): boolean {
  return one === other || [one, other].some((object) => object.includes(" team-z/"));
}

/** A healthy Ingress of another namespace, of an existing class. */
function neighbour(seed: number, objects: readonly KubeObject[]): readonly KubeObject[] {
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

/** The same Ingress again, for other hosts; none for one with something that only one can have. */
function twinOf(objects: readonly KubeObject[], key: string): KubeObject | undefined {
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
