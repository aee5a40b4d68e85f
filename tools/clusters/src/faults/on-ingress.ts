import type { IngressObject } from "../objects/ingress-object.ts";
import { formatReference, type KubeObject, replaceObject } from "../objects/kube-object.ts";
import { pickIngress, type Place } from "../place/place.ts";
import { type Hit, routesOf } from "./fault.ts";

/** Tells whether an Ingress names its class in the field. */
export function hasClassField({ spec }: IngressObject): boolean {
  return spec.ingressClassName !== undefined;
}

/** The changed Ingress. */
export interface IngressChange {
  readonly ingress: IngressObject;
  /** Objects that are added. */
  readonly others?: readonly KubeObject[];
  /** The object at fault. Default: the Ingress. */
  readonly object?: string;
}

/** Changes a suitable Ingress; `change` returns nothing for one that is not suitable. */
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
