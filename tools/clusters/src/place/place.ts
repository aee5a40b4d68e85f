import type { CertificateSet } from "../certificates/certificate-set.ts";
import { classOf, entriesOf, type IngressObject, isIngress } from "../objects/ingress-object.ts";
import { findObject, type KubeObject } from "../objects/kube-object.ts";
import { type AskedRoute, askedRoutes } from "./asked-route.ts";
import type { Dice } from "./dice.ts";

/** The place for a fault: a cluster, and the parts of it that may be changed. */
export interface Place {
  readonly objects: readonly KubeObject[];
  /** Chooses among what is suitable. */
  readonly dice: Dice;
  /** The time at which the cluster is judged. */
  readonly atMs: number;
  /** Tells whether an Ingress or an IngressClass may be changed: all of a random cluster, and in a tenant its own. */
  readonly isOpen: (object: KubeObject) => boolean;
  /** Domains of its hosts. */
  readonly zones: readonly string[];
  /** Certificates for the hosts of a domain. */
  readonly certificatesOf: (zone: string) => CertificateSet;
  /** The namespace of objects that a fault adds. */
  readonly guestNamespace: string;
}

const hourMs = 3_600_000;

/** Chooses any suitable route that may be changed; `undefined` if there is none. */
export function pickRoute(place: Place, fits: (route: AskedRoute) => boolean): AskedRoute | undefined {
  const routes = askedRoutes(place.objects).filter((route) => place.isOpen(route.ingress) && fits(route));
  return routes.length === 0 ? undefined : place.dice.pick(routes);
}

/** Chooses any suitable Ingress that may be changed, and is neither new nor being deleted. */
export function pickIngress(
  place: Place,
  fits: (ingress: IngressObject) => boolean,
): IngressObject | undefined {
  const ingresses = place.objects.filter(isIngress).filter((ingress) =>
    place.isOpen(ingress) && isOlderThan(place, ingress, hourMs) && fits(ingress)
  );
  return ingresses.length === 0 ? undefined : place.dice.pick(ingresses);
}

/** Chooses any suitable IngressClass that may be changed. */
export function pickClass(place: Place, fits: (ingressClass: KubeObject) => boolean): KubeObject | undefined {
  const classes = place.objects.filter((object) =>
    object.kind === "IngressClass" && place.isOpen(object) && fits(object)
  );
  return classes.length === 0 ? undefined : place.dice.pick(classes);
}

/** Tells whether an Ingress is not being deleted, and not new. */
export function isOlderThan({ atMs }: Place, { metadata }: IngressObject, ageMs: number): boolean {
  return metadata.deletionTimestamp === undefined && Date.parse(metadata.creationTimestamp ?? "") < atMs - ageMs;
}

/** The domain of a host, or of a wildcard. */
export function zoneOf<Zone extends string>({ zones }: { readonly zones: readonly Zone[] }, host: string): Zone {
  const zone = zones.find((name) => host === name || host.endsWith(`.${name}`));
  if (zone === undefined) throw new RangeError(`Cannot tell the domain of "${host}"`);
  return zone;
}

/** Tells whether a wildcard serves every host of a domain. */
export function hasWildcard(objects: readonly KubeObject[], zone: string): boolean {
  return askedRoutes(objects).some(({ host }) => host === `*.${zone}`);
}

/** Counts the others of its class with the same status as an Ingress. */
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

/** Lists the other Ingresses of its class that are not being deleted. */
export function othersOfClass(objects: readonly KubeObject[], ingress: IngressObject): readonly IngressObject[] {
  return objects.filter(isIngress).filter((other) =>
    other !== ingress && other.metadata.deletionTimestamp === undefined && classOf(other) === classOf(ingress)
  );
}

/** Tells whether its annotations chose its load balancer, so that its address says nothing about the class. */
export function isInGroup({ metadata }: IngressObject): boolean {
  return metadata.annotations?.["alb.ingress.kubernetes.io/group.name"] !== undefined;
}

/** Returns the controller of an Ingress's class, if there is an IngressClass. */
export function controllerOf(objects: readonly KubeObject[], ingress: IngressObject): unknown {
  const found = findObject(objects, "IngressClass", ingress.spec.ingressClassName ?? "");
  return (found?.spec as { readonly controller?: string } | undefined)?.controller; // An IngressClass has a spec.
}
