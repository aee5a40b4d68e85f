import { type KubeObject, replaceObject, withSpec } from "./kube-object.ts";

/** An Ingress of networking.k8s.io/v1. */
export interface IngressObject extends KubeObject {
  readonly kind: "Ingress";
  readonly metadata: KubeObject["metadata"] & { readonly namespace: string };
  readonly spec: IngressSpec;
  readonly status: { readonly loadBalancer: { readonly ingress?: readonly object[] } };
}

/** Its spec. */
export interface IngressSpec {
  readonly ingressClassName?: string;
  readonly defaultBackend?: Backend;
  readonly tls?: readonly TlsEntry[];
  readonly rules?: readonly Rule[];
}

/** One entry of `.spec.tls`. */
export interface TlsEntry {
  readonly hosts?: readonly string[];
  readonly secretName?: string;
}

/** One rule; without `http`, everything is left to the controller. */
export interface Rule {
  readonly host?: string;
  readonly http?: { readonly paths: readonly Path[] };
}

/** One path. */
export interface Path {
  readonly path: string;
  readonly pathType: string;
  readonly backend: Backend;
}

/** The backend. */
export interface Backend {
  readonly service?: { readonly name: string; readonly port: { readonly name?: string; readonly number?: number } };
  readonly resource?: { readonly apiGroup: string; readonly kind: string; readonly name: string };
}

/** Tells whether an object is an Ingress; all that are made here are of networking.k8s.io/v1. */
export function isIngress(object: KubeObject): object is IngressObject {
  return object.kind === "Ingress";
}

/** Returns the class that an Ingress names, by field or by annotation. */
export function classOf({ spec, metadata }: IngressObject): string | undefined {
  return spec.ingressClassName ?? metadata.annotations?.["kubernetes.io/ingress.class"];
}

/** Tells whether it repeats routes of another on purpose: a canary, or one of cert-manager's solvers. */
export function repeatsRoutes({ metadata: { labels = {}, annotations = {} } }: KubeObject): boolean {
  return labels["acme.cert-manager.io/http01-solver"] !== undefined ||
    annotations["nginx.ingress.kubernetes.io/canary"] === "true";
}

/** Returns the entries of the status. */
export function entriesOf({ status }: IngressObject): readonly object[] {
  return status.loadBalancer.ingress ?? [];
}

/** Changes the entries of the status. */
export function withStatus(ingress: IngressObject, entries: readonly object[]): IngressObject {
  return { ...ingress, status: { loadBalancer: entries.length === 0 ? {} : { ingress: entries } } };
}

/** Changes the paths of an Ingress for one host, path and path type. */
export function changePath(
  objects: readonly KubeObject[],
  { ingress, host, path, pathType }: {
    readonly ingress: IngressObject;
    readonly host: string;
    readonly path: string;
    readonly pathType: string;
  },
  change: (path: Path) => Path,
): readonly KubeObject[] {
  const rules = ingress.spec.rules?.map((rule) =>
    (rule.host ?? "") !== host || rule.http === undefined ? rule : {
      ...rule,
      http: { paths: rule.http.paths.map((one) => one.path === path && one.pathType === pathType ? change(one) : one) },
    }
  );
  return replaceObject(objects, ingress, withSpec(ingress, { rules }));
}

/** Puts another entry in the place of one of an Ingress's TLS entries. */
export function changeTlsEntry(
  objects: readonly KubeObject[],
  { ingress, tls }: { readonly ingress: IngressObject; readonly tls: TlsEntry },
  changed: TlsEntry,
): readonly KubeObject[] {
  const entries = ingress.spec.tls?.map((entry) => entry === tls ? changed : entry);
  return replaceObject(objects, ingress, withSpec(ingress, { tls: entries }));
}
