import type { BackendRef, ClusterView, IngressObject } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import { wildcardOf } from "./host-pattern.ts";
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
    ...optional("uid", ingress.uid),
    ...optional("createdAtMs", Number.isNaN(createdAtMs) ? undefined : createdAtMs),
    isBeingDeleted: ingress.isBeingDeleted,
    ...classOf(ingress, serverVersion),
    ...optional("classAnnotation", ingress.classAnnotation || undefined),
    addresses: ingress.statusEntries.map((entry) => entry.ip ?? entry.hostname).filter((text) => text !== undefined),
    emptyAddressCount: ingress.statusEntries.filter((entry) => (entry.ip ?? entry.hostname) === undefined).length,
    portErrors: ingress.statusEntries.flatMap(({ ip, hostname, portErrors = [] }) =>
      portErrors.map((error) => ({ ...error, address: ip ?? hostname ?? "" }))
    ),
    aliases: ingress.aliases,
    hasOtherCertificates: ingress.hasOtherCertificates,
    takesRegexPaths: ingress.takesRegexPaths,
    choosesLoadBalancer: ingress.choosesLoadBalancer,
    writers: ingress.writers,
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
  const tlsFor = createTlsFinder(tls);
  for (const [ruleIndex, rule] of ingress.rules.entries()) {
    const ofHost = { source, host: rule.host, ...optional("tls", tlsFor(rule.host)) };
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
      ...optional("tls", tlsFor("")),
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

/** The entry that lists a host, else the one that covers it, else the first without hosts; of several the first. */
function createTlsFinder(entries: readonly TlsEntry[]): (host: string) => TlsEntry | undefined {
  if (entries.length === 0) return () => undefined;
  const byHost = new Map<string, TlsEntry>();
  for (const entry of entries) {
    for (const host of entry.hosts) if (!byHost.has(host.toLowerCase())) byHost.set(host.toLowerCase(), entry);
  }
  const ofAnyHost = entries.find((entry) => entry.hosts.length === 0);
  return (host) => {
    const wanted = host.toLowerCase();
    return byHost.get(wanted) ?? byHost.get(wildcardOf(wanted) ?? "") ?? ofAnyHost;
  };
}

function backendOf(backend: BackendRef, namespace: string): RouteBackend {
  if (backend.type === "resource") {
    return { type: "other", kind: backend.kind, name: backend.name, apiGroup: backend.apiGroup };
  }
  // The AWS controller reads such a name as that of an annotation, and no Service of that name exists.
  // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions
  if (backend.port === "use-annotation") return { type: "other", kind: "annotation", name: backend.name };
  return { type: "service", namespace, name: backend.name, ...optional("port", backend.port) };
}
