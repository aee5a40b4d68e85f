import type { IngressObject } from "../cluster-view.ts";
import { backendsOf } from "../ingress-backends.ts";
import { objectKey } from "../object-key.ts";

/**
 * The Services that backends of Ingresses name, as `namespace/name`. The EndpointSlices of no other Service say anything
 * about a route.
 */
export function namedServices(ingresses: readonly IngressObject[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const ingress of ingresses) {
    for (const { type, name } of backendsOf(ingress)) {
      if (type === "service") names.add(objectKey({ namespace: ingress.namespace, name }));
    }
  }
  return names;
}
