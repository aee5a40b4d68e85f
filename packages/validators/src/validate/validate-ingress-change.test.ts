import { describe, expect, test } from "vitest";
import { validateIngressStatus, validateIngressUpdate } from "./validate-ingress-change.ts";

const ingress = { apiVersion: "networking.k8s.io/v1", kind: "Ingress", metadata: { name: "web" } };
const rules = [{ host: "a.example.com" }];
const badWildcard = { host: "*.example.com", http: { paths: [] } };
const withTls = (secretName: string): unknown => ({ rules, tls: [{ secretName }] });

type Row = { readonly name: string; readonly old?: object; readonly updated: object; readonly want: readonly string[] };

describe("validateIngressUpdate() judges as the API server does:", () => {
  test.each<Row>([
    { name: "no change", updated: { spec: { rules } }, want: [] },
    { name: "an empty spec", updated: { spec: {} }, want: ["spec Invalid"] },
    { name: "a bad Secret", updated: { spec: withTls("A") }, want: ["spec.tls[0].secretName Invalid"] },
    {
      name: "another bad Secret where one was bad",
      old: { spec: withTls("A") },
      updated: { spec: withTls("B") },
      want: [],
    },
    {
      name: "a bad rule of a wildcard host",
      updated: { spec: { rules: [badWildcard] } },
      want: ["spec.rules[0].http.paths Required"],
    },
    {
      name: "a bad rule of a wildcard host where one was bad",
      old: { spec: { rules: [badWildcard] } },
      updated: { spec: { rules: [{ ...badWildcard, host: "*.b" }, { host: "*" }] } },
      want: ["spec.rules[1].host Invalid"],
    },
    {
      name: "the class twice",
      updated: {
        metadata: { name: "web", annotations: { "kubernetes.io/ingress.class": "b" } },
        spec: { rules, ingressClassName: "a" },
      },
      want: [],
    },
    { name: "another name", updated: { metadata: { name: "b" }, spec: { rules } }, want: ["metadata.name Invalid"] },
    {
      name: "a time of deletion",
      updated: { metadata: { name: "web", deletionTimestamp: "2024-01-01T00:00:00Z" }, spec: { rules } },
      want: ["metadata.deletionTimestamp Invalid"],
    },
    {
      name: "a new finalizer during deletion",
      old: { metadata: { name: "web", deletionTimestamp: "2024-01-01T00:00:00Z", finalizers: ["a/b"] } },
      updated: { metadata: { name: "web", finalizers: ["a/b", "a/c"] }, spec: { rules } },
      want: ["metadata.finalizers Forbidden"],
    },
    { name: "a wrong type", updated: { spec: { rules: 1 } }, want: ["spec.rules TypeInvalid"] },
    { name: "an unknown field", updated: { spec: { rules }, extra: 1 }, want: ["extra Unknown"] },
    { name: "another kind", updated: { kind: "Service" }, want: ["kind NotSupported"] },
  ])("$name", ({ old, updated, want }) => {
    const issues = validateIngressUpdate({ ...ingress, spec: { rules }, ...old }, { ...ingress, ...updated });
    expect(issues.map(({ fieldPath, type }) => `${fieldPath} ${type}`)).toEqual(want);
  });
});

describe("validateIngressStatus() judges as the API server does:", () => {
  const at = "status.loadBalancer.ingress[0]";
  test.each<{ name: string; entry: unknown; kubernetesVersion?: string; want: readonly string[] }>([
    { name: "nothing", entry: {}, want: [] },
    { name: "an address", entry: { ip: "10.0.0.1", hostname: "lb.example.com" }, want: [] },
    { name: "no address", entry: { ip: "x" }, want: [`${at}.ip Invalid`] },
    { name: "leading zeros", entry: { ip: "010.0.0.1" }, want: [`${at}.ip Invalid`] },
    { name: "leading zeros before", entry: { ip: "010.0.0.1" }, kubernetesVersion: "1.35", want: [] },
    { name: "a wildcard", entry: { hostname: "*.a" }, want: [`${at}.hostname Invalid`] },
    { name: "an address as name", entry: { hostname: "10.0.0.1" }, want: [`${at}.hostname Invalid`] },
  ])("$name $kubernetesVersion", ({ entry, kubernetesVersion, want }) => {
    const options = kubernetesVersion === undefined ? {} : { kubernetesVersion };
    const issues = validateIngressStatus({ ...ingress, status: { loadBalancer: { ingress: [entry] } } }, options);
    expect(issues.map(({ fieldPath, type }) => `${fieldPath} ${type}`)).toEqual(want);
  });
});
