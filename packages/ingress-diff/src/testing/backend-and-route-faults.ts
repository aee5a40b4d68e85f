import { ingress, type KubeObject, serviceBackend } from "./kube-objects.ts";
import { type MutationFault, specOf } from "./mutation-fault.ts";

/** Faults of backends and routes, one for each rule that `mutation-matrix.test.ts` does not spell out itself. */
export const backendAndRouteFaults: readonly MutationFault[] = [
  {
    rule: "backend/port-protocol",
    kind: "Service",
    name: "app-9",
    change: (object) => [withSpec(object, { ports: [{ port: 80, protocol: "UDP" }] })],
    want: "backend/port-protocol Service team-1/app-9",
    brokenRoutes: 1,
  },
  {
    rule: "backend/no-endpoints",
    kind: "EndpointSlice",
    name: "app-11-1",
    change: () => [],
    want: "backend/no-endpoints Service team-3/app-11",
    brokenRoutes: 1,
  },
  {
    rule: "backend/external-name",
    kind: "Service",
    name: "app-14",
    change: (object) => [withSpec(object, { type: "ExternalName", externalName: "shop.example.net" })],
    want: "backend/external-name (note) Service team-2/app-14",
    brokenRoutes: 0,
  },
  {
    rule: "backend/resource-missing",
    kind: "Ingress",
    name: "app-15",
    change: (object) => [
      withPath(object, { backend: { resource: { apiGroup: "storage.example", kind: "Bucket", name: "gone" } } }),
      { apiVersion: "storage.example/v1", kind: "Bucket", metadata: { namespace: "team-3", name: "here" } },
    ],
    want: "backend/resource-missing Bucket team-3/gone",
    brokenRoutes: 1,
  },
  {
    rule: "route/shadowed",
    kind: "Ingress",
    name: "app-29",
    change: (object) => [
      object,
      ingress({
        namespace: "team-1",
        name: "shadow",
        host: "app-29.shop.example",
        pathType: "ImplementationSpecific",
        backend: serviceBackend("app-13", "http"),
        metadata: { creationTimestamp: "2026-05-02T00:00:00Z" },
      }),
    ],
    want: "route/shadowed (warning) Ingress team-1/shadow",
    brokenRoutes: 0,
  },
  {
    rule: "route/wildcard-overlap",
    kind: "Ingress",
    name: "app-31",
    change: (object) => [
      withPath(object, { path: "/v1" }),
      {
        ...withSpec(object, {
          rules: [{ host: "*.shop.example", http: { paths: [pathOf(object)] } }],
          tls: [{ hosts: ["*.shop.example"], secretName: "app-31-tls" }],
        }),
        metadata: { ...object.metadata, name: "any" },
      },
    ],
    want: "route/wildcard-overlap (warning) Ingress team-3/app-31",
    brokenRoutes: 0,
  },
  {
    rule: "route/regex-path",
    kind: "Ingress",
    name: "app-30",
    change: (object) => [withPath(object, { path: "/api/(.*)" })],
    want: "route/regex-path (warning) Ingress team-2/app-30",
    brokenRoutes: 0,
  },
];

function withSpec(object: KubeObject, spec: object): KubeObject {
  return { ...object, spec: { ...specOf(object), ...spec } };
}

function withPath(object: KubeObject, fields: object): KubeObject {
  const { host } = ruleOf(object);
  return withSpec(object, { rules: [{ host, http: { paths: [{ ...pathOf(object), ...fields }] } }] });
}

function pathOf(object: KubeObject): object {
  return ruleOf(object).http.paths[0] ?? {};
}

function ruleOf(object: KubeObject): { readonly host: string; readonly http: { readonly paths: readonly object[] } } {
  // `ingress()` makes exactly one rule with one path.
  const { rules } = specOf(object) as { readonly rules: readonly [ReturnType<typeof ruleOf>] };
  return rules[0];
}
