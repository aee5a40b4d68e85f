import { type KubeObject, nameOf } from "../objects/kube-object.ts";
import { type AskedRoute, askedRoutes } from "../place/asked-route.ts";
import type { Place } from "../place/place.ts";
import type { TenantNeeds } from "../tenant/tenant.ts";

/** One way in which something goes wrong in a cluster, as the catalogue has it. */
export interface FaultRow {
  /** The id of the rule that must find it. */
  readonly rule: string;
  /** What happened, in a few words that no other fault of the rule has. */
  readonly way: string;
  readonly severity: "error" | "warning" | "info";
  /** What a tenant must have so that there is a place for it. */
  readonly needs?: TenantNeeds;
  /** Given if it can be put into only one of the two; why stands beside it. */
  readonly only?: "snapshot" | "server";
  /** Puts it into a cluster; `undefined` if there is no place for it. */
  readonly inject: (place: Place) => Hit | undefined;
}

/** A cluster with a fault in it, and what the fault hits. */
export interface Hit {
  readonly objects: readonly KubeObject[];
  /** The object at fault, `Kind namespace/name`. */
  readonly object: string;
  /** The routes that an error breaks, and that a warning or a note affects. */
  readonly routes?: readonly AskedRoute[];
}

/** A fault, and what has to be said of it. */
export interface Fault extends Omit<FaultRow, "inject"> {
  readonly inject: (place: Place) => Injected | undefined;
}

/** A cluster with a fault in it, and the one finding that does not only follow from another. */
export interface Injected {
  readonly objects: readonly KubeObject[];
  readonly expect: Expectation;
}

/** What has to be said of a fault; rule and severity stand in its row. */
export interface Expectation {
  /** The object at fault, `Kind namespace/name`. */
  readonly object: string;
  /** Keys of the routes that fail for it. */
  readonly broken: readonly string[];
  /** Other objects that it affects, `Ingress namespace/name`. */
  readonly consequences: readonly string[];
}

/** Turns what a row says into what a test expects. */
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

/** All routes of a cluster that a fault hits, by looking at each. */
export function routesOf(
  objects: readonly KubeObject[],
  isHit: (route: AskedRoute) => boolean,
): readonly AskedRoute[] {
  return askedRoutes(objects).filter(isHit);
}
