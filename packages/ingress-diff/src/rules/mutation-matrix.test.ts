import { beforeAll, describe, expect, test } from "vitest";
import { toJsonReport } from "../report/json-report.ts";
import { createCertificatePem } from "../testing/certificate.ts";
import { backendAndRouteFaults } from "../testing/backend-and-route-faults.ts";
import { expectValidReport } from "../testing/expect-valid-report.ts";
import { createHealthyShop } from "../testing/healthy-shop.ts";
import { judge, said } from "../testing/judge.ts";
import {
  endpoint,
  ingress,
  ingressClass,
  type KubeObject,
  serviceBackend,
  slice,
  tlsSecret,
  warningEvent,
  writer,
} from "../testing/kube-objects.ts";
import { type MutationFault, specOf } from "../testing/mutation-fault.ts";
import { createTlsFaults } from "../testing/tls-faults.ts";
import { allRules } from "./all-rules.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";

let healthy: readonly KubeObject[];
let expiredPem: string;
let otherPem: string;

beforeAll(async () => {
  healthy = await createHealthyShop();
  expiredPem = await createCertificatePem(["*.shop.example"], { to: "2026-05-01T00:00:00Z" });
  otherPem = await createCertificatePem(["*.other.example"]);
});

const faults: readonly MutationFault[] = [
  ...backendAndRouteFaults,
  ...await createTlsFaults(),
  {
    rule: "class/missing",
    kind: "Ingress",
    name: "app-1",
    change: (object) => [{ ...object, spec: { ...specOf(object), ingressClassName: "gone" }, status: {} }],
    want: "class/missing IngressClass gone",
    brokenRoutes: 1,
  },
  {
    rule: "class/none",
    kind: "Ingress",
    name: "app-2",
    change: (object) => [{ ...object, spec: { ...specOf(object), ingressClassName: undefined }, status: {} }],
    want: "class/none Ingress team-2/app-2",
    brokenRoutes: 1,
  },
  {
    rule: "class/multiple-defaults",
    kind: "IngressClass",
    name: "nginx",
    change: (object) => {
      const annotations = { "ingressclass.kubernetes.io/is-default-class": "true" };
      return [{ ...object, metadata: { ...object.metadata, annotations } }, ingressClass("second", annotations)];
    },
    want: "class/multiple-defaults (warning) IngressClass nginx",
    brokenRoutes: 0,
  },
  {
    rule: "class/annotation-deprecated",
    kind: "Ingress",
    name: "app-31",
    change: (object) => [
      annotate({ ...object, spec: { ...specOf(object), ingressClassName: undefined } }, {
        "kubernetes.io/ingress.class": "nginx",
      }),
    ],
    want: "class/annotation-deprecated (note) IngressClass nginx",
    brokenRoutes: 0,
  },
  {
    rule: "class/annotation-conflict",
    kind: "Ingress",
    name: "app-32",
    change: (object) => [annotate(object, { "kubernetes.io/ingress.class": "internal" })],
    want: "class/annotation-conflict (warning) Ingress team-0/app-32",
    brokenRoutes: 0,
  },
  {
    rule: "class/parameters-missing",
    kind: "IngressClass",
    name: "internal",
    change: (object) => [
      {
        ...object,
        spec: { ...specOf(object), parameters: { apiGroup: "example.com", kind: "Settings", name: "gone" } },
      },
      { apiVersion: "example.com/v1", kind: "Settings", metadata: { name: "other" } },
    ],
    want: "class/parameters-missing (warning) IngressClass internal",
    brokenRoutes: 0,
  },
  {
    rule: "address/pending",
    kind: "Ingress",
    name: "app-3",
    change: (object) => [{ ...object, status: { loadBalancer: {} } }],
    want: "address/pending Ingress team-3/app-3",
    brokenRoutes: 1,
  },
  {
    rule: "address/empty-entry",
    kind: "Ingress",
    name: "app-4",
    change: (object) => [{ ...object, status: { loadBalancer: { ingress: [{}] } } }],
    want: "address/empty-entry Ingress team-0/app-4",
    brokenRoutes: 1,
  },
  {
    rule: "address/wrong-load-balancer",
    kind: "Ingress",
    name: "app-33",
    change: (object) => [{ ...object, spec: { ...specOf(object), ingressClassName: "internal" } }],
    want: "address/wrong-load-balancer Ingress team-1/app-33",
    brokenRoutes: 1,
  },
  {
    rule: "address/stale",
    kind: "Ingress",
    name: "app-34",
    change: (object) => [{
      ...object,
      metadata: {
        ...object.metadata,
        managedFields: [
          writer("old-controller", "2026-05-02T00:00:00Z", ["status"]),
          writer("kubectl-patch", "2026-05-03T00:00:00Z", ["class"]),
        ],
      },
      status: { loadBalancer: { ingress: [{ ip: "203.0.113.99" }] } },
    }],
    want: "address/stale (warning) Ingress team-2/app-34",
    brokenRoutes: 0,
  },
  {
    rule: "address/port-error",
    kind: "Ingress",
    name: "app-36",
    change: (object) => {
      const ports = [{ port: 443, protocol: "TCP", error: "CertificateRefused" }];
      return [{ ...object, status: { loadBalancer: { ingress: [{ ip: "203.0.113.10", ports }] } } }];
    },
    want: "address/port-error Ingress team-0/app-36",
    brokenRoutes: 1,
  },
  {
    rule: "backend/service-missing",
    kind: "Service",
    name: "app-5",
    change: () => [],
    want: "backend/service-missing Service team-1/app-5",
    brokenRoutes: 1,
  },
  {
    rule: "backend/port-missing",
    kind: "Service",
    name: "app-6",
    change: (object) => [{ ...object, spec: { ...specOf(object), ports: [{ port: 8080 }] } }],
    want: "backend/port-missing Service team-2/app-6",
    brokenRoutes: 1,
  },
  {
    rule: "backend/no-ready-endpoints",
    kind: "EndpointSlice",
    name: "app-7-1",
    change: () => [slice("app-7", { endpoints: [endpoint("10.1.0.1", false)] }, { namespace: "team-3" })],
    want: "backend/no-ready-endpoints Service team-3/app-7",
    brokenRoutes: 1,
  },
  {
    rule: "tls/secret-missing",
    kind: "Secret",
    name: "app-8-tls",
    change: () => [],
    want: "tls/secret-missing Secret team-0/app-8-tls",
    brokenRoutes: 1,
  },
  {
    rule: "tls/certificate-expired",
    kind: "Secret",
    name: "app-10-tls",
    change: () => [tlsSecret("app-10-tls", expiredPem, { namespace: "team-2" })],
    want: "tls/certificate-expired Secret team-2/app-10-tls",
    brokenRoutes: 1,
  },
  {
    rule: "tls/host-not-covered",
    kind: "Secret",
    name: "app-12-tls",
    change: () => [tlsSecret("app-12-tls", otherPem, { namespace: "team-0" })],
    want: "tls/host-not-covered Secret team-0/app-12-tls",
    brokenRoutes: 1,
  },
  {
    rule: "route/duplicate",
    kind: "Ingress",
    name: "app-13",
    change: (object) => [
      object,
      ingress({
        namespace: "team-3",
        name: "copy",
        host: "app-13.shop.example",
        backend: serviceBackend("app-7", "http"),
        metadata: { creationTimestamp: "2026-05-02T00:00:00Z" },
      }),
    ],
    want: "route/duplicate Ingress team-3/copy",
    brokenRoutes: 1,
  },
  {
    rule: "event/warning",
    kind: "Ingress",
    name: "app-37",
    change: (object) => [object, warningEvent("app-37", { namespace: "team-1" })],
    want: "event/warning (warning) Ingress team-1/app-37",
    brokenRoutes: 0,
  },
  {
    rule: "api/removed-version-writer",
    kind: "Ingress",
    name: "app-38",
    change: (object) => {
      const old = writer("helm", "2026-05-02T00:00:00Z", ["spec"], { apiVersion: "extensions/v1beta1" });
      return [{ ...object, metadata: { ...object.metadata, managedFields: [old] } }];
    },
    want: "api/removed-version-writer (note) Ingress *",
    brokenRoutes: 0,
  },
];

describe("every rule in a cluster of 40 Ingresses", () => {
  test("the matrix has a row for each rule", () => {
    expect(faults.map(({ rule }) => rule).toSorted()).toEqual(allRules.map(({ id }) => id).toSorted());
  });

  test("nothing is found without a fault", async () => {
    const evaluation = await judge(healthy);
    expect(said(evaluation)).toEqual([]);
    expect(evaluation.sources).toHaveLength(40);
    expect(evaluation.sources.flatMap(({ routes }) => routes).every(({ state }) => state === "ok")).toBe(true);
  });

  test.each(faults)("$rule is found alone", async (fault) => {
    const evaluation = await judge(inject(healthy, fault));
    expect(roots(evaluation)).toEqual([fault.want]);
    expectValidReport(toJsonReport(evaluation));
    const failing = evaluation.sources.flatMap(({ routes }) => routes).filter(({ state }) => state === "failing");
    expect(failing).toHaveLength(fault.brokenRoutes);
  });

  test("all together are found, each once, whatever the order of the objects", async () => {
    const broken = faults.reduce(inject, healthy);
    const want = faults.map((fault) => fault.want).toSorted();
    const evaluation = await judge(broken);
    expect(roots(evaluation).toSorted()).toEqual(want);
    expect((await judge(broken.toReversed())).findings).toEqual(evaluation.findings);
  });
});

/** Findings without those that only follow from another. */
function roots(evaluation: Evaluation): readonly string[] {
  return said({ ...evaluation, findings: evaluation.findings.filter(({ cause }) => cause === undefined) });
}

function inject(objects: readonly KubeObject[], { kind, name, change }: MutationFault): readonly KubeObject[] {
  const found = objects.findIndex((object) => object.kind === kind && object.metadata.name === name);
  const object = objects[found];
  if (object === undefined) throw new RangeError(`Cannot find ${kind} "${name}"`);
  return objects.toSpliced(found, 1, ...change(object));
}

function annotate(object: KubeObject, annotations: Readonly<Record<string, string>>): KubeObject {
  return { ...object, metadata: { ...object.metadata, annotations } };
}
