import { expect, test } from "vitest";
import { validate } from "./validate.ts";
import { validateIngressV1beta1 } from "./validate-ingress-v1beta1.ts";

const metadata = { name: "web" };
const good = { serviceName: "web", servicePort: 80 };
const withPath = (entry: unknown): unknown => ({ rules: [{ http: { paths: [entry] } }] });
const path = "spec.rules[0].http.paths[0]";

function faultsOf(object: Readonly<Record<string, unknown>>): readonly string[] {
  const issues = validateIngressV1beta1({ apiVersion: "extensions/v1beta1", kind: "Ingress", metadata, ...object });
  return issues.map(({ fieldPath, type }) => `${fieldPath} ${type}`);
}

test.each<{ readonly name: string; readonly spec: unknown; readonly want: readonly string[] }>([
  { name: "nothing in the spec", spec: {}, want: ["spec Invalid"] },
  { name: "a backend", spec: { backend: good }, want: [] },
  { name: "an empty backend", spec: { backend: {} }, want: ["spec.backend Invalid"] },
  { name: "null for a port", spec: { backend: { servicePort: null } }, want: ["spec.backend Invalid"] },
  {
    name: "a port alone",
    spec: { backend: { servicePort: 80 } },
    want: ["spec.backend.serviceName Required"],
  },
  {
    name: "empty text for a port",
    spec: { backend: { servicePort: "" } },
    want: ["spec.backend.serviceName Required", "spec.backend Required"],
  },
  { name: "a Service alone", spec: { backend: { serviceName: "web" } }, want: ["spec.backend Required"] },
  { name: "the name of a port", spec: { backend: { serviceName: "web", servicePort: "http" } }, want: [] },
  {
    name: "digits for the name of a port",
    spec: { backend: { serviceName: "web", servicePort: "80" } },
    want: ["spec.backend.servicePort Invalid"],
  },
  {
    name: "a number that is not a port",
    spec: { backend: { serviceName: "0", servicePort: 65536 } },
    want: ["spec.backend.serviceName Invalid", "spec.backend.servicePort Invalid"],
  },
  {
    name: "a Service and a resource",
    spec: { backend: { ...good, resource: { kind: "K", name: "n" } } },
    want: ["spec.backend Invalid"],
  },
  { name: "a resource", spec: { backend: { resource: { kind: "K" } } }, want: ["spec.backend.resource.name Required"] },
  { name: "a path without a type", spec: withPath({ path: "/a//b", backend: good }), want: [] },
  { name: "a relative path", spec: withPath({ path: "a", backend: good }), want: [`${path}.path Invalid`] },
  {
    name: "a strict path",
    spec: withPath({ path: "/a//b", pathType: "Exact", backend: good }),
    want: [`${path}.path Invalid`],
  },
  {
    name: "an unknown type of a path",
    spec: withPath({ pathType: "", backend: {} }),
    want: [`${path}.pathType NotSupported`, `${path}.backend Invalid`],
  },
  { name: "a Secret of any name", spec: { backend: good, tls: [{ secretName: "A_" }] }, want: [] },
  {
    name: "a host in tls",
    spec: { backend: good, tls: [{ hosts: ["A"] }] },
    want: ["spec.tls[0].hosts[0] Invalid"],
  },
  {
    name: "a rule with a wildcard host, whatever is in it",
    spec: { rules: [{ host: "*.example.com", http: {} }] },
    want: [],
  },
  {
    name: "the names of v1",
    spec: { defaultBackend: {}, backend: good, rules: [{ http: { paths: [{ backend: { ...good, service: {} } }] } }] },
    want: ["spec.rules[0].http.paths[0].backend.service Unknown", "spec.defaultBackend Unknown"],
  },
  { name: "a list where an object must be", spec: { backend: [] }, want: ["spec.backend TypeInvalid"] },
  {
    name: "wrong types",
    spec: { backend: { serviceName: 1, servicePort: 1.5 }, rules: {} },
    want: ["spec.backend.serviceName TypeInvalid", "spec.backend.servicePort TypeInvalid", "spec.rules TypeInvalid"],
  },
])("validateIngressV1beta1() judges $name", ({ spec, want }) => {
  expect(faultsOf({ spec })).toEqual(want);
});

test("validateIngressV1beta1() judges metadata and status as those of v1", () => {
  const spec = { backend: good, ingressClassName: "public" };
  expect(faultsOf({ metadata: { name: "A" }, spec })).toEqual(["metadata.name Invalid"]);
  expect(faultsOf({ metadata: { name: "A", labels: 1 }, spec, statuss: 1 })).toEqual([
    "statuss Unknown",
    "metadata.labels TypeInvalid",
  ]);
  expect(faultsOf({ spec, status: { loadBalancer: 1 } })).toEqual(["status.loadBalancer TypeInvalid"]);
  const annotations = { "kubernetes.io/ingress.class": "public" };
  expect(faultsOf({ metadata: { name: "a", annotations }, spec })).toEqual([
    "annotations.kubernetes.io/ingress.class Invalid",
  ]);
});

test("validateIngressV1beta1() knows its two API versions, and until when they were served", () => {
  const ingress = { apiVersion: "networking.k8s.io/v1beta1", kind: "Ingress", metadata, spec: { backend: good } };
  expect(validateIngressV1beta1(ingress)).toEqual([]);
  expect(validateIngressV1beta1({ ...ingress, apiVersion: "networking.k8s.io/v1" })).toMatchObject([
    { fieldPath: "apiVersion", type: "NotSupported" },
  ]);
  expect(validateIngressV1beta1(ingress, { kubernetesVersion: "1.22" })).toMatchObject([
    {
      fieldPath: "apiVersion",
      message: '"networking.k8s.io/v1beta1" was removed in Kubernetes 1.22; use networking.k8s.io/v1',
    },
  ]);
  for (const value of [null, [], "a", 1]) {
    expect(validateIngressV1beta1(value)).toMatchObject([{ type: "TypeInvalid" }]);
  }
});

test.each(["extensions/v1beta1", "networking.k8s.io/v1beta1"])(
  "validate() judges an Ingress of %s",
  async (apiVersion) => {
    const ingress = { apiVersion, kind: "Ingress", metadata, spec: { backend: { serviceName: "web" } } };
    const old = await validate(ingress, { kubernetesVersion: "1.20" });
    expect(old).toMatchObject({ status: "invalid", schemaVersion: "v1.21", issues: [{ fieldPath: "spec.backend" }] });
    expect(old.warnings).toMatchObject([{ type: "Deprecated", replacement: "networking.k8s.io/v1/Ingress" }]);
    const gone = await validate(ingress);
    expect(gone).toMatchObject({ status: "unknown-kind", issues: [], warnings: [{ type: "Removed" }] });
  },
);
