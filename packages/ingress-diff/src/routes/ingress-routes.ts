import type { ClusterView, IngressObject, StatusEntry } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import { wildcardOf } from "./host-pattern.ts";
import type { ClassSource, Route, RouteSource, TlsEntry } from "./route.ts";
import { createSharedParts, type SharedParts } from "./shared-parts.ts";

/** Reads what every Ingress of a view asks for, in the order of the view and of each spec. */
export function routesOfIngresses(view: ClusterView): readonly RouteSource[] {
  const shared = createSharedParts();
  return view.ingresses.map((ingress) => routesOfIngress(ingress, view.serverVersion, shared));
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Fields are set and not copied together: that takes many times as long, and there may be very many Ingresses. */
function routesOfIngress(ingress: IngressObject, serverVersion: string | undefined, shared: SharedParts): RouteSource {
  const { namespace, statusEntries } = ingress;
  const routes: Route[] = [];
  const source: Writable<RouteSource> = {
    ref: { apiVersion: "networking.k8s.io/v1", kind: "Ingress", namespace, name: ingress.name },
    isBeingDeleted: ingress.isBeingDeleted,
    ...classOf(ingress, serverVersion),
    addresses: statusEntries.map(addressOf).filter((address) => address !== undefined),
    emptyAddressCount: statusEntries.filter((entry) => addressOf(entry) === undefined).length,
    portErrors: statusEntries.flatMap(({ ip, hostname, portErrors = [] }) =>
      portErrors.map((error) => ({ ...error, address: ip ?? hostname ?? "" }))
    ),
    aliases: ingress.aliases,
    hasOtherCertificates: ingress.hasOtherCertificates,
    takesRegexPaths: ingress.takesRegexPaths,
    choosesLoadBalancer: ingress.choosesLoadBalancer,
    writers: ingress.writers,
    routes,
    tls: [],
  };
  if (ingress.uid !== undefined) source.uid = ingress.uid;
  const createdAtMs = Date.parse(ingress.createdAt ?? "");
  if (!Number.isNaN(createdAtMs)) source.createdAtMs = createdAtMs;
  if (ingress.classAnnotation) source.classAnnotation = ingress.classAnnotation;
  if (ingress.isAcmeSolver) source.repeatsRoutes = "acme-solver";
  else if (ingress.isCanary) source.repeatsRoutes = "canary";
  const tls = ingress.tls.map((entry, index): TlsEntry => ({
    source,
    fieldPath: `.spec.tls[${index}]`,
    hosts: entry.hosts,
    ...optional("secret", entry.secretName === undefined ? undefined : { namespace, name: entry.secretName }),
  }));
  source.tls = tls;
  const tlsFor = createTlsFinder(tls);
  for (const [ruleIndex, { host, paths }] of ingress.rules.entries()) {
    const entry = tlsFor(host);
    if (paths === undefined) {
      const fieldPath = `.spec.rules[${ruleIndex}]`;
      // "Left to the controller": https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/
      routes.push({ source, host, ...optional("tls", entry), fieldPath, path: "", pathType: "None" });
      continue;
    }
    for (const [pathIndex, path] of paths.entries()) {
      const fieldPath = shared.fieldPath(ruleIndex, pathIndex);
      const backend = shared.backend(path.backend, namespace);
      routes.push(
        entry === undefined
          ? { source, host, fieldPath, path: path.path, pathType: path.pathType, backend }
          : { source, host, tls: entry, fieldPath, path: path.path, pathType: path.pathType, backend },
      );
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
      backend: shared.backend(ingress.defaultBackend, namespace),
    });
  }
  return source;
}

function addressOf({ ip, hostname }: StatusEntry): string | undefined {
  return ip ?? hostname;
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
  const [first] = entries;
  if (first === undefined) return () => undefined;
  let byHost: ReadonlyMap<string, TlsEntry> | undefined;
  const ofAnyHost = entries.find((entry) => entry.hosts.length === 0);
  return (host) => {
    // Nearly all Ingresses have one entry with one host, and nothing need be looked up.
    if (host === first.hosts[0]) return first;
    byHost ??= indexHosts(entries);
    const wanted = host.toLowerCase();
    return byHost.get(wanted) ?? byHost.get(wildcardOf(wanted) ?? "") ?? ofAnyHost;
  };
}

function indexHosts(entries: readonly TlsEntry[]): ReadonlyMap<string, TlsEntry> {
  const byHost = new Map<string, TlsEntry>();
  for (const entry of entries) {
    for (const host of entry.hosts) if (!byHost.has(host.toLowerCase())) byHost.set(host.toLowerCase(), entry);
  }
  return byHost;
}
