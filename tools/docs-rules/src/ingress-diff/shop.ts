import type { KubeObject } from "./kube-object.ts";

/** The time as of which the examples are judged. */
export const SHOP_TIME = "2026-06-01T00:00:00Z";

/** One Ingress that does what it asks for, with all that it takes: the examples change it. */
export const shop: readonly KubeObject[] = [
  ingressClass("nginx"),
  ingress(),
  service("web"),
  slice("web"),
  secret({ "tls.crt": "(certificate of shop.example and *.shop.example, valid in 2026)", "tls.key": "(its key)" }),
];

/** What an Ingress of an example differs in from that of the shop. */
export interface IngressChange {
  readonly name?: string;
  readonly host?: string;
  readonly path?: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly spec?: Readonly<Record<string, unknown>>;
  /** The entries of the status. */
  readonly status?: readonly object[];
}

export function ingress(change: IngressChange = {}): KubeObject {
  const { host = "shop.example" } = change;
  const backend = { service: { name: "web", port: { name: "http" } } };
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: {
      namespace: "shop",
      name: change.name ?? "web",
      creationTimestamp: "2026-05-01T00:00:00Z",
      ...change.metadata,
    },
    spec: {
      ingressClassName: "nginx",
      rules: [{ host, http: { paths: [{ path: "/", pathType: "Prefix", backend, ...change.path }] } }],
      tls: [{ hosts: [host], secretName: "shop-tls" }],
      ...change.spec,
    },
    status: { loadBalancer: { ingress: change.status ?? [{ ip: "203.0.113.10" }] } },
  };
}

export function ingressClass(
  name: string,
  annotations?: Readonly<Record<string, string>>,
  spec: object = {},
): KubeObject {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "IngressClass",
    metadata: { name, ...(annotations === undefined ? {} : { annotations }) },
    spec: { controller: `example.com/${name}`, ...spec },
  };
}

export function service(name: string): KubeObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { namespace: "shop", name },
    spec: { selector: { app: name }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
  };
}

export function slice(
  service: string,
  endpoints: readonly object[] = [{ addresses: ["10.1.0.1"], conditions: { ready: true } }],
): KubeObject {
  return {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { namespace: "shop", name: `${service}-1`, labels: { "kubernetes.io/service-name": service } },
    addressType: "IPv4",
    ports: [{ name: "http", port: 8080 }],
    endpoints,
  };
}

/** A Secret; texts in parentheses stand for certificates and keys. */
export function secret(
  data: Readonly<Record<string, string>>,
  { name = "shop-tls", type = "kubernetes.io/tls" }: { readonly name?: string; readonly type?: string } = {},
): KubeObject {
  return { apiVersion: "v1", kind: "Secret", metadata: { namespace: "shop", name }, type, data };
}

/** An object of the shop with other fields below `.spec`. */
export function withSpec(kind: string, spec: Readonly<Record<string, unknown>>): KubeObject {
  const object = shop.find((other) => other.kind === kind);
  if (object === undefined) throw new RangeError(`Cannot change a ${kind}: the shop has none`);
  return { ...object, spec: { ...object.spec, ...spec } };
}
