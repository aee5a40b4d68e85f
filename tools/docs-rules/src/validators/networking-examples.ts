import type { BadObject } from "./bad-object.ts";

const web = { service: { name: "web", port: { number: 80 } } };
const networking = "networking.k8s.io/v1";

/** Examples of the kinds that route requests to pods. */
export const networkingExamples: readonly BadObject[] = [
  {
    summary: "An Ingress has rules or a default backend.",
    object: { apiVersion: networking, kind: "Ingress", metadata: { name: "web" }, spec: {} },
  },
  {
    summary: "A host is a name, not an address, and may begin with one wildcard.",
    object: ingress({ rules: [{ host: "10.0.0.1" }] }),
  },
  { summary: "A rule for HTTP has at least one path.", object: ingress({ rules: [{ http: { paths: [] } }] }) },
  {
    summary: "A path says how it is matched, and begins with a slash unless the match is left to the controller.",
    object: ingress({ rules: [{ http: { paths: [{ path: "api", pathType: "Prefix", backend: web }] } }] }),
  },
  {
    summary: "A backend names either a Service and one of its ports, or another object.",
    object: ingress({ defaultBackend: { service: { name: "web", port: {} } } }),
  },
  {
    summary: "A resource backend has a kind and a name, and its group is a DNS name.",
    object: ingress({ defaultBackend: { resource: { apiGroup: "storage_example", kind: "Bucket", name: "files" } } }),
  },
  {
    summary: "The hosts of a TLS entry are names, with at most one wildcard.",
    object: ingress({ defaultBackend: web, tls: [{ hosts: ["*.*.shop.example"], secretName: "shop-tls" }] }),
  },
  {
    summary: "The old class annotation agrees with the class field.",
    object: {
      apiVersion: networking,
      kind: "Ingress",
      metadata: { name: "web", annotations: { "kubernetes.io/ingress.class": "internal" } },
      spec: { ingressClassName: "nginx", defaultBackend: web },
    },
  },
  {
    summary: "A class names the controller that serves it, as a DNS name with a path.",
    object: {
      apiVersion: networking,
      kind: "IngressClass",
      metadata: { name: "nginx" },
      spec: { controller: "nginx" },
    },
  },
  {
    summary: "Namespaced parameters of a class name their namespace.",
    object: {
      apiVersion: networking,
      kind: "IngressClass",
      metadata: { name: "nginx" },
      spec: {
        controller: "example.com/nginx",
        parameters: { scope: "Namespace", apiGroup: "example.com", kind: "Settings", name: "shop" },
      },
    },
  },
  {
    summary: "A policy is for ingress, egress or both, each once.",
    object: policy({ policyTypes: ["Ingress", "Both"] }),
  },
  {
    summary: "The labels of a selector are labels that an object can have.",
    object: policy({ podSelector: { matchLabels: { app: "web shop" } } }),
  },
  {
    summary: "A label expression has the values that its operator requires.",
    object: policy({ podSelector: { matchExpressions: [{ key: "app", operator: "In", values: [] }] } }),
  },
  {
    summary: "A peer selects pods and namespaces, or a block of addresses; it is not empty.",
    object: policy({ ingress: [{ from: [{}] }] }),
  },
  {
    summary: "A block of addresses is in CIDR form, and contains its exceptions.",
    object: policy({ ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8", except: ["11.0.0.0/16"] } }] }] }),
  },
  {
    summary: "A range of ports does not end below its beginning.",
    object: policy({ egress: [{ ports: [{ protocol: "TCP", port: 8080, endPort: 80 }] }] }),
  },
  { summary: "A Service has ports.", object: service({ selector: { app: "web" }, ports: [] }) },
  {
    summary: "The ports of a Service have unique names, if there are several.",
    object: service({ ports: [{ name: "http", port: 80 }, { name: "http", port: 8080 }] }),
  },
  {
    summary: "A port of a Service is between 1 and 65535.",
    object: service({ ports: [{ port: 70_000, targetPort: 80 }] }),
  },
  {
    summary: "Only a Service that is exposed outside the cluster has a policy for external traffic.",
    object: service({ ports: [{ port: 80 }], externalTrafficPolicy: "Local" }),
  },
  {
    summary: "A Service's cluster IPs agree with each other.",
    object: service({ ports: [{ port: 80 }], clusterIP: "10.0.0.1", clusterIPs: ["10.0.0.2"] }),
  },
  {
    summary: "Session affinity lasts between a second and a day.",
    object: service({
      ports: [{ port: 80 }],
      sessionAffinity: "ClientIP",
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 0 } },
    }),
  },
  {
    summary: "The addresses of a slice are of one family, which it names.",
    object: slice({ addressType: "IPv5", endpoints: [] }),
  },
  {
    summary: "An endpoint has addresses of the slice's family.",
    object: slice({ endpoints: [{ addresses: ["fe80::1"] }] }),
  },
  {
    summary: "Hints name each zone once.",
    object: slice({ endpoints: [{ addresses: ["10.1.0.1"], hints: { forZones: [{ name: "a" }, { name: "a" }] } }] }),
  },
  {
    summary: "The ports of a slice have unique names.",
    object: slice({ endpoints: [], ports: [{ name: "http", port: 80 }, { name: "http", port: 81 }] }),
  },
];

function ingress(spec: object): BadObject["object"] {
  return { apiVersion: networking, kind: "Ingress", metadata: { name: "web" }, spec };
}

function policy(spec: object): BadObject["object"] {
  return {
    apiVersion: networking,
    kind: "NetworkPolicy",
    metadata: { name: "web" },
    spec: { podSelector: {}, ...spec },
  };
}

function service(spec: object): BadObject["object"] {
  return { apiVersion: "v1", kind: "Service", metadata: { name: "web" }, spec };
}

function slice(fields: object): BadObject["object"] {
  return {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { name: "web-1" },
    addressType: "IPv4",
    ...fields,
  };
}
