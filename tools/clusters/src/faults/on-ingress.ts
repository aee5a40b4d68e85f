import type { IngressObject } from "../objects/ingress-object.ts";
import { formatReference, type KubeObject, replaceObject } from "../objects/kube-object.ts";
import { pickIngress, type Place } from "../place/place.ts";
import { type Hit, routesOf } from "./fault.ts";

/** Whether an Ingress names its class in the field. */
export function hasClassField({ spec }: IngressObject): boolean {
  return spec.ingressClassName !== undefined;
}

/** What an Ingress becomes. */
export interface IngressChange {
  readonly ingress: IngressObject;
  /** What comes beside it. */
  readonly others?: readonly KubeObject[];
  /** The object at fault; the Ingress if not given. */
  readonly object?: string;
}

/** Changes an Ingress that fits; `change` gives nothing where it will not do. */
export function onIngress(
  fits: (ingress: IngressObject, place: Place) => boolean,
  change: (ingress: IngressObject, place: Place) => IngressChange | undefined,
): (place: Place) => Hit | undefined {
  return (place) => {
    const picked = pickIngress(place, (candidate) => fits(candidate, place));
    const changed = picked && change(picked, place);
    if (picked === undefined || changed === undefined) return undefined;
    const { ingress, others = [], object = formatReference(picked) } = changed;
    const objects = [...replaceObject(place.objects, picked, ingress), ...others];
    return { objects, object, routes: routesOf(objects, (route) => route.ingress === ingress) };
  };
}
