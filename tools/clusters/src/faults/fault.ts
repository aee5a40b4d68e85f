import { type KubeObject, nameOf } from "../objects/kube-object.ts";
import { type AskedRoute, askedRoutes } from "../place/asked-route.ts";
import type { Place } from "../place/place.ts";
import type { TenantNeeds } from "../tenant/tenant.ts";

/** A row of the catalogue: one way in which something goes wrong in a cluster. */
export interface FaultRow {
  /** The id of the rule that must find it. */
  readonly rule: string;
  /** What happened, in a few words that distinguish it from other faults of the rule. */
  readonly way: string;
  readonly severity: "error" | "warning" | "info";
  /** What a tenant must have to provide a place for it. */
  readonly needs?: TenantNeeds;
  /** Given if only one of the two can have it; a comment says why. */
  readonly only?: "snapshot" | "server";
  /** Puts it into a cluster; `undefined` if there is no place for it. */
  readonly inject: (place: Place) => Hit | undefined;
}

/** A cluster with a fault in it, and what the fault affects. */
export interface Hit {
  readonly objects: readonly KubeObject[];
  /** The object at fault, `Kind namespace/name`. */
  readonly object: string;
  /** The routes that an error breaks, and that a warning or a note affects. */
  readonly routes?: readonly AskedRoute[];
}

/** A fault, and the expected finding. */
export interface Fault extends Omit<FaultRow, "inject"> {
  readonly inject: (place: Place) => Injected | undefined;
}

/** A cluster with a fault in it, and the only finding that does not merely follow from another. */
export interface Injected {
  readonly objects: readonly KubeObject[];
  readonly expect: Expectation;
}

/** The expected finding; rule and severity are in the fault's row. */
export interface Expectation {
  /** The object at fault, `Kind namespace/name`. */
  readonly object: string;
  /** Keys of the routes that fail because of it. */
  readonly broken: readonly string[];
  /** Other objects that it affects, `Ingress namespace/name`. */
  readonly consequences: readonly string[];
}

/** Turns a row into what a test expects. */
export function toFault({ inject, ...row }: FaultRow): Fault {
  return {
    ...row,
    inject: (place) => {
      const hit = inject(place);
      if (hit === undefined) return undefined;
      const { objects, object, routes = [] } = hit;
      const names = new Set(routes.map(({ ingress }) => `Ingress ${nameOf(ingress)}`));
      names.delete(object);
      const broken = row.severity === "error" ? routes.map(({ key }) => key).sort() : [];
      return { objects, expect: { object, broken, consequences: [...names].sort() } };
    },
  };
}

/** Finds all routes of a cluster that a fault affects, by checking each. */
export function routesOf(
  objects: readonly KubeObject[],
  isHit: (route: AskedRoute) => boolean,
): readonly AskedRoute[] {
  return askedRoutes(objects).filter(isHit);
}
