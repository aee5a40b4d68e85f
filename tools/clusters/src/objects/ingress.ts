import type { KubeObject } from "./kube-object.ts";

/** Options of an Ingress of the tests; the rest is one healthy route to Service `web`, port `http`. */
export interface IngressOptions {
  readonly namespace?: string;
  readonly name?: string;
  readonly metadata?: Partial<KubeObject["metadata"]>;
  /** `null` names no class. */
  readonly className?: string | null;
  readonly host?: string;
  readonly path?: string;
  readonly pathType?: string;
  readonly backend?: object;
  readonly spec?: object;
  /** The entries of the status. */
  readonly status?: readonly object[];
}

/** Makes an Ingress. */
export function ingress(options: IngressOptions = {}): KubeObject {
  const { className = "nginx", host = "shop.example", path = "/", pathType = "Prefix" } = options;
  const backend = options.backend ?? serviceBackend("web", "http");
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: {
      namespace: options.namespace ?? "shop",
      name: options.name ?? "web",
      creationTimestamp: "2026-05-01T00:00:00Z",
      ...options.metadata,
    },
    spec: {
      ...(className === null ? {} : { ingressClassName: className }),
      rules: [{ host, http: { paths: [{ path, pathType, backend }] } }],
      ...options.spec,
    },
    status: { loadBalancer: { ingress: options.status ?? [{ ip: "203.0.113.10" }] } },
  };
}

/** Makes a backend that names a port of a Service. */
export function serviceBackend(
  name: string,
  port: string | number,
): {
  readonly service: { readonly name: string; readonly port: { readonly name?: string; readonly number?: number } };
} {
  return { service: { name, port: typeof port === "number" ? { number: port } : { name: port } } };
}

/** Makes an Ingress's `.spec.tls` with one entry. */
export function tlsOf(
  secretName: string | undefined,
  ...hosts: readonly string[]
): { readonly tls: readonly object[] } {
  return { tls: [{ ...(hosts.length === 0 ? {} : { hosts }), ...(secretName === undefined ? {} : { secretName }) }] };
}

/** Makes an IngressClass with a controller of its own. */
export function ingressClass(
  name: string,
  annotations: Readonly<Record<string, string>> = {},
  spec: object = {},
): KubeObject {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "IngressClass",
    metadata: { name, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
    spec: { controller: `example.com/${name}`, ...spec },
  };
}

/** The annotation of a class that the API server gives to Ingresses that name none. */
export const defaultClass: Readonly<Record<string, string>> = {
  "ingressclass.kubernetes.io/is-default-class": "true",
};
