import { findObject, formatReference, type KubeObject, nameOf } from "../objects/kube-object.ts";
import type { AskedRoute } from "../place/asked-route.ts";
import { pickRoute, type Place } from "../place/place.ts";
import { type Hit, routesOf } from "./fault.ts";

/**
 * Breaks a Service that has endpoints and that routes lead to; `change` returns nothing for one that is not suitable.
 */
export function onService(
  change: (service: KubeObject, objects: readonly KubeObject[]) => readonly KubeObject[] | undefined,
): (place: Place) => Hit | undefined {
  return (place) => {
    const route = pickRoute(place, (one) => leadsToEndpoints(place, one));
    const service = findObject(place.objects, "Service", route?.service ?? "");
    const objects = service === undefined ? undefined : change(service, place.objects);
    if (service === undefined || objects === undefined) return undefined;
    const routes = routesOf(objects, (one) => one.service === nameOf(service));
    return { objects, object: formatReference(service), routes };
  };
}

/** Tells whether a route leads to a Service that has endpoints of its own. */
export function leadsToEndpoints({ objects }: Place, { service }: AskedRoute): boolean {
  const found = findObject(objects, "Service", service ?? "");
  return found !== undefined && (found.spec as { readonly type?: string }).type !== "ExternalName"; // It has a spec.
}
