import type { CertificateSet } from "../certificates/certificate-set.ts";
import { classOf, entriesOf, type IngressObject, isIngress } from "../objects/ingress-object.ts";
import { findObject, type KubeObject } from "../objects/kube-object.ts";
import { type AskedRoute, askedRoutes } from "./asked-route.ts";
import type { Dice } from "./dice.ts";

/** Where a fault is put: a cluster, and what of it may be changed. */
export interface Place {
  readonly objects: readonly KubeObject[];
  /** Chooses among what fits. */
  readonly dice: Dice;
  /** As of when the cluster is judged. */
  readonly atMs: number;
  /** Whether an Ingress or an IngressClass may be changed: all of a random cluster, and in a tenant its own. */
  readonly isOpen: (object: KubeObject) => boolean;
  /** Domains of its hosts. */
  readonly zones: readonly string[];
  /** Certificates for the hosts of a domain. */
  readonly certificatesOf: (zone: string) => CertificateSet;
  /** The namespace of what a fault brings along. */
  readonly guestNamespace: string;
}

const hourMs = 3_600_000;

/** Any route that may be changed and that fits; `undefined` if there is none. */
export function pickRoute(place: Place, fits: (route: AskedRoute) => boolean): AskedRoute | undefined {
  const routes = askedRoutes(place.objects).filter((route) => place.isOpen(route.ingress) && fits(route));
  return routes.length === 0 ? undefined : place.dice.pick(routes);
}

/** Any Ingress that may be changed, is neither new nor being deleted, and fits. */
export function pickIngress(
  place: Place,
  fits: (ingress: IngressObject) => boolean,
): IngressObject | undefined {
  const ingresses = place.objects.filter(isIngress).filter((ingress) =>
    place.isOpen(ingress) && isOlderThan(place, ingress, hourMs) && fits(ingress)
  );
  return ingresses.length === 0 ? undefined : place.dice.pick(ingresses);
}

/** Any IngressClass that may be changed and that fits. */
export function pickClass(place: Place, fits: (ingressClass: KubeObject) => boolean): KubeObject | undefined {
  const classes = place.objects.filter((object) =>
    object.kind === "IngressClass" && place.isOpen(object) && fits(object)
  );
  return classes.length === 0 ? undefined : place.dice.pick(classes);
}

/** Whether an Ingress stays, and was created longer ago. */
export function isOlderThan({ atMs }: Place, { metadata }: IngressObject, ageMs: number): boolean {
  return metadata.deletionTimestamp === undefined && Date.parse(metadata.creationTimestamp ?? "") < atMs - ageMs;
}

/** The domain of a host, or of a wildcard. */
export function zoneOf<Zone extends string>({ zones }: { readonly zones: readonly Zone[] }, host: string): Zone {
  const zone = zones.find((name) => host === name || host.endsWith(`.${name}`));
  if (zone === undefined) throw new RangeError(`Cannot tell the domain of "${host}"`);
  return zone;
}

/** Whether a wildcard serves every host of a domain. */
export function hasWildcard(objects: readonly KubeObject[], zone: string): boolean {
  return askedRoutes(objects).some(({ host }) => host === `*.${zone}`);
}

/** How many others of its class show what an Ingress shows. */
export function sharersOf(
  objects: readonly KubeObject[],
  ingress: IngressObject,
  fits: (other: IngressObject) => boolean = () => true,
): number {
  const shown = JSON.stringify(entriesOf(ingress));
  if (shown === "[]") return 0;
  return othersOfClass(objects, ingress).filter((other) => fits(other) && JSON.stringify(entriesOf(other)) === shown)
    .length;
}

/** The other Ingresses of its class that stay. */
export function othersOfClass(objects: readonly KubeObject[], ingress: IngressObject): readonly IngressObject[] {
  return objects.filter(isIngress).filter((other) =>
    other !== ingress && other.metadata.deletionTimestamp === undefined && classOf(other) === classOf(ingress)
  );
}

/** On a load balancer that its annotations chose, so that its address says nothing of the class. */
export function isInGroup({ metadata }: IngressObject): boolean {
  return metadata.annotations?.["alb.ingress.kubernetes.io/group.name"] !== undefined;
}

/** The controller of an Ingress's class, if it has an IngressClass. */
export function controllerOf(objects: readonly KubeObject[], ingress: IngressObject): unknown {
  const found = findObject(objects, "IngressClass", ingress.spec.ingressClassName ?? "");
  return (found?.spec as { readonly controller?: string } | undefined)?.controller; // An IngressClass has a spec.
}
