import type { BackendRef, ClusterView, IngressObject } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import { coversHost } from "./host-pattern.ts";
import type { ClassSource, Route, RouteBackend, RouteSource, TlsEntry } from "./route.ts";

/** Reads what every Ingress of a view asks for, in the order of the view and of each spec. */
export function routesOfIngresses(view: ClusterView): readonly RouteSource[] {
  return view.ingresses.map((ingress) => routesOfIngress(ingress, view.serverVersion));
}

function routesOfIngress(ingress: IngressObject, serverVersion: string | undefined): RouteSource {
  const { namespace } = ingress;
  const routes: Route[] = [];
  const tls: TlsEntry[] = [];
  const createdAtMs = Date.parse(ingress.createdAt ?? "");
  const source: RouteSource = {
    ref: { apiVersion: "networking.k8s.io/v1", kind: "Ingress", namespace, name: ingress.name },
    ...optional("createdAtMs", Number.isNaN(createdAtMs) ? undefined : createdAtMs),
    isBeingDeleted: ingress.isBeingDeleted,
    ...classOf(ingress, serverVersion),
    addresses: ingress.statusEntries.map((entry) => entry.ip ?? entry.hostname).filter((text) => text !== undefined),
    emptyAddressCount: ingress.statusEntries.filter((entry) => (entry.ip ?? entry.hostname) === undefined).length,
    ...optional(
      "repeatsRoutes",
      ingress.isAcmeSolver ? "acme-solver" as const : ingress.isCanary ? "canary" as const : undefined,
    ),
    routes,
    tls,
  };
  for (const [index, entry] of ingress.tls.entries()) {
    tls.push({
      source,
      fieldPath: `.spec.tls[${index}]`,
      hosts: entry.hosts,
      ...optional("secret", entry.secretName === undefined ? undefined : { namespace, name: entry.secretName }),
    });
  }
  for (const [ruleIndex, rule] of ingress.rules.entries()) {
    const ofHost = { source, host: rule.host, ...optional("tls", tlsFor(rule.host, tls)) };
    const fieldPath = `.spec.rules[${ruleIndex}]`;
    // "Left to the controller": https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/
    if (rule.paths === undefined) routes.push({ ...ofHost, fieldPath, path: "", pathType: "None" });
    for (const [pathIndex, { path, pathType, backend }] of (rule.paths ?? []).entries()) {
      routes.push({
        ...ofHost,
        fieldPath: `${fieldPath}.http.paths[${pathIndex}]`,
        path,
        pathType,
        backend: backendOf(backend, namespace),
      });
    }
  }
  if (ingress.defaultBackend !== undefined) {
    routes.push({
      source,
      fieldPath: ".spec.defaultBackend",
      host: "",
      path: "",
      pathType: "Default",
      ...optional("tls", tlsFor("", tls)),
      backend: backendOf(ingress.defaultBackend, namespace),
    });
  }
  return source;
}

/** The field wins over the annotation, as in the API's own words: the annotation is the older, deprecated form. */
function classOf(
  ingress: IngressObject,
  serverVersion: string | undefined,
): { readonly className?: string; readonly classSource: ClassSource } {
  if (ingress.className !== undefined) return { className: ingress.className, classSource: "field" };
  if (ingress.classAnnotation) return { className: ingress.classAnnotation, classSource: "annotation" };
  // GKE's own controller takes every Ingress that names no class, and has no IngressClass object.
  if (serverVersion?.includes("-gke.")) return { className: "gce", classSource: "gke-default" };
  return { classSource: "none" };
}

function tlsFor(host: string, entries: readonly TlsEntry[]): TlsEntry | undefined {
  const covers = (entry: TlsEntry): boolean => entry.hosts.some((pattern) => host !== "" && coversHost(pattern, host));
  return entries.find((entry) => entry.hosts.includes(host)) ?? entries.find(covers) ??
    entries.find((entry) => entry.hosts.length === 0);
}

function backendOf(backend: BackendRef, namespace: string): RouteBackend {
  if (backend.type === "resource") return { type: "other", kind: backend.kind, name: backend.name };
  // The AWS controller reads such a name as that of an annotation, and no Service of that name exists.
  // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions
  if (backend.port === "use-annotation") return { type: "other", kind: "annotation", name: backend.name };
  return { type: "service", namespace, name: backend.name, ...optional("port", backend.port) };
}
