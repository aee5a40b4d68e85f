import { describe, expect, test } from "vitest";
import { validateIngress } from "../../gen/networking.k8s.io/v1.js";

type Row = {
  readonly name: string;
  readonly spec?: unknown;
  readonly annotations?: Readonly<Record<string, unknown>>;
  readonly kubernetesVersion?: string;
  readonly want: readonly string[];
};

const service = (name: unknown, port: unknown): unknown => ({ service: { name, port } });
const good = service("web", { number: 80 });
const withPath = (entry: unknown): unknown => ({ rules: [{ http: { paths: [entry] } }] });
const withBackend = (defaultBackend: unknown): unknown => ({ defaultBackend });
const withTls = (tls: unknown): unknown => ({ defaultBackend: good, tls: [tls] });
const withHost = (host: unknown): unknown => ({ rules: [{ host }] });
const exact = (path: unknown): unknown => withPath({ path, pathType: "Exact", backend: good });
const specific = (path: unknown): unknown => withPath({ path, pathType: "ImplementationSpecific", backend: good });

const path = "spec.rules[0].http.paths[0]";
const resource = "spec.defaultBackend.resource";
const annotation = "annotations.kubernetes.io/ingress.class";

describe("validateIngress() judges the spec as the API server does:", () => {
  test.each<Row>([
    { name: "neither rules nor backend", spec: {}, want: ["spec Invalid"] },
    { name: "no spec", spec: null, want: ["spec Invalid"] },
    { name: "empty rules", spec: { rules: [] }, want: ["spec Invalid"] },
    { name: "a rule of null", spec: { rules: [null] }, want: [] },
    { name: "a rule without http", spec: { rules: [{ http: null }] }, want: [] },
    { name: "only a default backend", spec: withBackend(good), want: [] },

    { name: "a class name", spec: { ingressClassName: "public", rules: [{}] }, want: [] },
    {
      name: "an empty class name",
      spec: { ingressClassName: "", rules: [{}] },
      want: ["spec.ingressClassName Invalid"],
    },
    {
      name: "a bad class name",
      spec: { ingressClassName: "A_", rules: [{}] },
      want: ["spec.ingressClassName Invalid"],
    },

    { name: "any host", spec: withHost(""), want: [] },
    { name: "a host", spec: withHost("shop.example.com"), want: [] },
    { name: "a long part of a host", spec: withHost("a".repeat(253)), want: [] },
    { name: "a long host", spec: withHost("a".repeat(254)), want: ["spec.rules[0].host Invalid"] },
    {
      name: "a host with two faults",
      spec: withHost("A".repeat(254)),
      want: ["spec.rules[0].host Invalid", "spec.rules[0].host Invalid"],
    },
    { name: "an IPv4 address", spec: withHost("10.0.0.1"), want: ["spec.rules[0].host Invalid"] },
    { name: "an IPv4 address with zeros", spec: withHost("010.0.0.01"), want: ["spec.rules[0].host Invalid"] },
    { name: "numbers that are not an address", spec: withHost("10.0.0.256"), want: [] },
    {
      name: "an IPv6 address",
      spec: withHost("fe80::1"),
      want: ["spec.rules[0].host Invalid", "spec.rules[0].host Invalid"],
    },
    { name: "a wildcard host", spec: withHost("*.example.com"), want: [] },
    { name: "a star alone", spec: withHost("*"), want: ["spec.rules[0].host Invalid"] },
    { name: "a star inside", spec: withHost("a.*.com"), want: ["spec.rules[0].host Invalid"] },
    { name: "two stars", spec: withHost("*.*.com"), want: ["spec.rules[0].host Invalid"] },
    { name: "a host with a port", spec: withHost("a.com:80"), want: ["spec.rules[0].host Invalid"] },
    { name: "a host in Unicode", spec: withHost("é.com"), want: ["spec.rules[0].host Invalid"] },

    { name: "http without paths", spec: { rules: [{ http: {} }] }, want: ["spec.rules[0].http.paths Required"] },
    { name: "empty paths", spec: { rules: [{ http: { paths: [] } }] }, want: ["spec.rules[0].http.paths Required"] },
    {
      name: "no pathType: nothing else is checked",
      spec: withPath({ path: "x", backend: {} }),
      want: [`${path}.pathType Required`],
    },
    { name: "a path of null", spec: withPath(null), want: [`${path}.pathType Required`] },
    {
      name: "an unknown pathType: the path is not checked, the backend is",
      spec: withPath({ path: "x", pathType: "exact", backend: {} }),
      want: [`${path}.pathType NotSupported`, `${path}.backend Invalid`],
    },
    {
      name: "an empty pathType",
      spec: withPath({ path: "/", pathType: "", backend: good }),
      want: [`${path}.pathType NotSupported`],
    },

    { name: "an absent exact path", spec: exact(undefined), want: [`${path}.path Invalid`] },
    { name: "a relative path", spec: exact("a"), want: [`${path}.path Invalid`] },
    { name: "a doubled slash", spec: exact("/a//b"), want: [`${path}.path Invalid`] },
    { name: "a dot inside", spec: exact("/a/./b"), want: [`${path}.path Invalid`] },
    { name: "two dots inside", spec: exact("/a/../b"), want: [`${path}.path Invalid`] },
    { name: "a dot at the end", spec: exact("/a/."), want: [`${path}.path Invalid`] },
    { name: "two dots at the end", spec: exact("/a/.."), want: [`${path}.path Invalid`] },
    {
      name: "both cases of an escaped slash",
      spec: exact("/%2f%2F"),
      want: [`${path}.path Invalid`, `${path}.path Invalid`],
    },
    { name: "three dots, a dotted name and a query", spec: exact("/.../.a/b.?c#d e"), want: [] },
    { name: "an absent specific path", spec: specific(undefined), want: [] },
    { name: "an empty specific path", spec: specific(""), want: [] },
    { name: "a relative specific path", spec: specific("a"), want: [`${path}.path Invalid`] },
    { name: "a specific path with anything in it", spec: specific("//a/../%2f/."), want: [] },
    {
      name: "the same path twice",
      spec: {
        rules: [1, 2].map(() => ({ host: "a", http: { paths: [{ path: "/", pathType: "Prefix", backend: good }] } })),
      },
      want: [],
    },

    { name: "a backend of nothing", spec: withBackend({}), want: ["spec.defaultBackend Invalid"] },
    {
      name: "a backend of nulls",
      spec: withBackend({ service: null, resource: null }),
      want: ["spec.defaultBackend Invalid"],
    },
    {
      name: "a backend of both",
      spec: withBackend({ service: {}, resource: {} }),
      want: ["spec.defaultBackend Invalid"],
    },
    {
      name: "an empty service",
      spec: withBackend({ service: {} }),
      want: ["spec.defaultBackend.service.name Required", "spec.defaultBackend Required"],
    },
    {
      name: "a bad service name",
      spec: withBackend(service("a.b", { number: 1 })),
      want: ["spec.defaultBackend.service.name Invalid"],
    },
    { name: "a service name with a digit first", spec: withBackend(service("0a", { number: 1 })), want: [] },
    {
      name: "a service name with a digit first, before 1.36",
      spec: withBackend(service("0a", { number: 1 })),
      kubernetesVersion: "1.35",
      want: ["spec.defaultBackend.service.name Invalid"],
    },
    { name: "no port", spec: withBackend(service("a", null)), want: ["spec.defaultBackend Required"] },
    {
      name: "an empty port",
      spec: withBackend(service("a", { name: "", number: 0 })),
      want: ["spec.defaultBackend Required"],
    },
    {
      name: "both kinds of port",
      spec: withBackend(service("a", { name: "BAD", number: 70000 })),
      want: ["spec.defaultBackend Invalid"],
    },
    {
      name: "a port number too high",
      spec: withBackend(service("a", { number: 65536 })),
      want: ["spec.defaultBackend.service.port.number Invalid"],
    },
    {
      name: "a port number below zero",
      spec: withBackend(service("a", { number: -1 })),
      want: ["spec.defaultBackend.service.port.number Invalid"],
    },
    { name: "a port name", spec: withBackend(service("a", { name: "http-2" })), want: [] },
    {
      name: "a port name of digits",
      spec: withBackend(service("a", { name: "80" })),
      want: ["spec.defaultBackend.service.port.name Invalid"],
    },
    {
      name: "a port name with five faults",
      spec: withBackend(service("a", { name: "--É-----------1-" })),
      want: Array(5).fill("spec.defaultBackend.service.port.name Invalid"),
    },

    {
      name: "an empty resource",
      spec: withBackend({ resource: {} }),
      want: [`${resource}.kind Required`, `${resource}.name Required`],
    },
    { name: "a resource", spec: withBackend({ resource: { apiGroup: "a.b", kind: "K k", name: "N_n" } }), want: [] },
    {
      name: "an empty apiGroup",
      spec: withBackend({ resource: { apiGroup: "", kind: "K", name: "n" } }),
      want: [`${resource}.apiGroup Invalid`],
    },
    {
      name: "a resource that a URL cannot contain",
      spec: withBackend({ resource: { kind: "a/%", name: ".." } }),
      want: [`${resource}.kind Invalid`, `${resource}.kind Invalid`, `${resource}.name Invalid`],
    },

    { name: "a TLS entry of nothing", spec: withTls({}), want: [] },
    { name: "TLS hosts", spec: withTls({ hosts: ["a.com", "*.a.com", "10.0.0.1"], secretName: "a.b" }), want: [] },
    {
      name: "bad TLS hosts",
      spec: withTls({ hosts: ["", "*", "A", null] }),
      want: [0, 1, 2, 3].map((index) => `spec.tls[0].hosts[${index}] Invalid`),
    },
    { name: "an empty secret name", spec: withTls({ secretName: "" }), want: [] },
    { name: "a bad secret name", spec: withTls({ secretName: "A" }), want: ["spec.tls[0].secretName Invalid"] },

    {
      name: "equal class and annotation",
      spec: { ingressClassName: "a", rules: [{}] },
      annotations: { "kubernetes.io/ingress.class": "a" },
      want: [],
    },
    {
      name: "equal class and annotation, before 1.27",
      spec: { ingressClassName: "a", rules: [{}] },
      annotations: { "kubernetes.io/ingress.class": "a" },
      kubernetesVersion: "v1.26.3",
      want: [`${annotation} Invalid`],
    },
    {
      name: "different class and annotation",
      spec: { ingressClassName: "a", rules: [{}] },
      annotations: { "kubernetes.io/ingress.class": "b" },
      want: [`${annotation} Invalid`],
    },
    {
      name: "an annotation of null beside a class",
      spec: { ingressClassName: "a", rules: [{}] },
      annotations: { "kubernetes.io/ingress.class": null },
      want: [`${annotation} Invalid`],
    },
    {
      name: "the annotation alone",
      spec: { rules: [{}] },
      annotations: { "kubernetes.io/ingress.class": "b" },
      want: [],
    },
  ])("$name", ({ spec, annotations, kubernetesVersion, want }) => {
    const ingress = {
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      metadata: { name: "web", ...(annotations === undefined ? {} : { annotations }) },
      spec,
    };
    const issues = validateIngress(ingress, kubernetesVersion === undefined ? {} : { kubernetesVersion });
    expect(issues.map((issue) => `${issue.fieldPath} ${issue.type}`)).toEqual(want);
  });
});

describe("validateIngress() explains", () => {
  const validation = "pkg/apis/networking/validation/validation.go";
  test.each([
    {
      given: withPath({ path: "/", pathType: "Perfix", backend: good }),
      want: {
        type: "NotSupported",
        fieldPath: `${path}.pathType`,
        message: '"Perfix" is not one of Exact, ImplementationSpecific, Prefix',
        value: "Perfix",
        allowed: ["Exact", "ImplementationSpecific", "Prefix"],
        suggestion: 'did you mean "Prefix"?',
        source: `${validation}, validateHTTPIngressPath`,
      },
    },
    {
      given: withBackend(service("web", { number: 70000 })),
      want: {
        type: "Invalid",
        fieldPath: "spec.defaultBackend.service.port.number",
        message: "70000 is not a port number from 1 to 65535",
        value: 70000,
        source: `${validation}, validateIngressBackend`,
      },
    },
    {
      given: withBackend({ service: { name: "web" } }),
      want: {
        type: "Required",
        fieldPath: "spec.defaultBackend",
        message: "must have the name or the number of a port",
        value: undefined,
        source: `${validation}, validateIngressBackend`,
      },
    },
    {
      given: withHost(`${"a".repeat(100)}_`),
      want: {
        type: "Invalid",
        fieldPath: "spec.rules[0].host",
        message: `"${"a".repeat(59)}…" is not a DNS-1123 subdomain; use lower-case letters, digits, "-" and ".", ` +
          "with a letter or digit at both ends of every part",
        value: `${"a".repeat(100)}_`,
        source: `${validation}, validateIngressRules`,
      },
    },
  ])("$want.fieldPath", ({ given, want }) => {
    const metadata = { name: "web" };
    expect(validateIngress({ apiVersion: "networking.k8s.io/v1", kind: "Ingress", metadata, spec: given })).toEqual([
      want,
    ]);
  });
});
