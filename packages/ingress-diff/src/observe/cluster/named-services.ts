import type { IngressObject } from "../cluster-view.ts";

/**
 * The Services that backends of Ingresses name, as `namespace/name`. The EndpointSlices of no other Service say anything
 * about a route.
 */
export function namedServices(ingresses: readonly IngressObject[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { namespace, defaultBackend, rules } of ingresses) {
    if (defaultBackend?.type === "service") names.add(`${namespace}/${defaultBackend.name}`);
    for (const { paths = [] } of rules) {
      for (const { backend } of paths) if (backend.type === "service") names.add(`${namespace}/${backend.name}`);
    }
  }
  return names;
}
