import { expect, test } from "vitest";
import { createCertificateSet } from "../certificates/create-certificate-set.ts";
import { allFaults } from "../faults/all-faults.ts";
import { isIngress } from "../objects/ingress-object.ts";
import { formatReference, type KubeObject } from "../objects/kube-object.ts";
import { createHealthyCluster, type HealthyCluster, zonesOf } from "./healthy-cluster.ts";

const atMs = Date.parse("2026-06-01T00:00:00Z");
const certificates = await createCertificateSet(zonesOf(allFaults), atMs);
const create = (): HealthyCluster => createHealthyCluster(allFaults, { certificates, atMs });

test("createHealthyCluster() gives the same objects twice, each once", () => {
  const { objects } = create();
  expect(create().objects).toEqual(objects);
  const references = objects.map(formatReference);
  expect(new Set(references).size).toBe(references.length);
});

test("createHealthyCluster() gives each fault a namespace and a domain of its own", () => {
  const { namespaceOf } = create();
  expect(new Set(allFaults.map(namespaceOf)).size).toBe(allFaults.length);
  expect(new Set(zonesOf(allFaults)).size).toBe(allFaults.length);
});

test.each(allFaults)("inject() puts $rule ($way) into its tenant, and touches no other", (fault) => {
  const { objects, inject, namespaceOf } = create();
  const injected = inject(fault);
  const [before, after] = [new Set(objects), new Set(injected.objects)];
  const touched = [...objects, ...after].filter((object) => before.has(object) !== after.has(object));
  const namespace = namespaceOf(fault);
  expect(touched.length).toBeGreaterThan(0);
  for (const object of touched) {
    expect(placeOf(object)).toMatch(new RegExp(`^${namespace}(-guest|-class(-second)?)?$|^other$`));
  }
  for (const key of injected.expect.broken) expect(key).toMatch(new RegExp(`^${namespace}(-guest)?/`));
});

test("inject() puts all faults into one cluster, and each expects what it expects alone", () => {
  const { objects, inject } = create();
  let present = objects;
  for (const fault of allFaults) {
    const injected = inject(fault, present);
    expect(injected.expect).toEqual(inject(fault).expect);
    present = injected.objects;
  }
  expect(present.filter(isIngress).length).toBeGreaterThan(objects.filter(isIngress).length);
});

/** The namespace of an object, or the name of what belongs to the cluster. */
function placeOf({ metadata: { namespace, name } }: KubeObject): string {
  return namespace ?? name;
}
