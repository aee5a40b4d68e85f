import type { RuleId } from "@kubeschema/ingress-diff";
import { type AskedRoute, askedRoutes } from "./asked-routes.ts";
import type { Certificates } from "./certificates.ts";
import type { ClusterObject } from "./cluster-object.ts";
import type { Dice } from "./dice.ts";

/** One way in which something goes wrong in a cluster. */
export interface RandomFault {
  readonly rule: RuleId;
  readonly way: string;
  /** Puts it in some place; `undefined` if the cluster has none for it. */
  readonly inject: (cluster: Target) => Injected | undefined;
}

/** Where a fault is put. */
export interface Target {
  readonly dice: Dice;
  readonly objects: readonly ClusterObject[];
  readonly certificates: Certificates;
  readonly atMs: number;
}

/** A cluster with a fault, and what has to be said of it. */
export interface Injected {
  readonly objects: readonly ClusterObject[];
  /** The object at fault, `Kind namespace/name`. */
  readonly object: string;
  /** The routes that it breaks; absent if it is only a warning. */
  readonly broken?: readonly string[];
}

/** The keys of all routes of a cluster that a fault breaks, by looking at each. */
export function brokenRoutes(
  objects: readonly ClusterObject[],
  isBroken: (route: AskedRoute) => boolean,
): readonly string[] {
  return askedRoutes(objects).filter(isBroken).map(({ key }) => key).sort();
}

/** Any route that fits. */
export function pickRoute(
  { dice, objects }: Target,
  fits: (route: AskedRoute) => boolean,
): AskedRoute | undefined {
  const routes = askedRoutes(objects).filter(fits);
  return routes.length === 0 ? undefined : dice.pick(routes);
}
