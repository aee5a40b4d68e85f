import { objectKey } from "../../observe/object-key.ts";
import type { Route } from "../../routes/route.ts";
import type { Fault } from "../rule/fault.ts";
import { neighbourhoodOf } from "../rule/neighbourhood.ts";
import { findLosers } from "../rule/older-neighbour.ts";
import type { Rule } from "../rule/rule.ts";
import { listRoutes } from "./list-routes.ts";
import { type LostRoutes, LostRoutesByPair } from "./lost-routes.ts";
import { hostGroups } from "./neighbours.ts";
import { routePath } from "./route-keys.ts";

const id = "route/duplicate";

/**
 * Two routes of one class ask for the same host, pathType and path, and lead to different backends: one never gets a
 * request.
 *
 * The oldest Ingress wins, as ingress-nginx does it; the younger one is at fault, one finding per pair of Ingresses.
 * Within one Ingress the first rule wins. Not judged: the same backend twice (requests arrive either way), cert-manager
 * solvers and canaries (repeated on purpose), Ingresses on different load balancers, and Ingresses that no controller
 * takes.
 *
 * @see {@link https://kubernetes.github.io/ingress-nginx/how-it-works/#building-the-nginx-model}
 */
export const routeDuplicate: Rule<typeof id> = {
  id,
  summary: "Another Ingress of the class already has this host and path, with another backend.",
  severity: "error",
  why:
    "Two Ingresses ask for the same requests; the older one takes them, and which one that is changes when it is deleted and made again.",
  fix: "remove one of the two, or give them different hosts, paths or classes",
  word: "taken by another",
  scope: "view",
  example: {
    given: "another team asks for the same host and path",
    says: /^asks for what the older Ingress \S+ has already, with another backend$/,
  },
  check: (context) => {
    const lost = new LostRoutesByPair();
    const { isAlone } = neighbourhoodOf(context);
    for (const { routes } of hostGroups(context)) {
      if (routes.length < 2 || areTwoPaths(routes)) continue;
      for (const [key, group] of Map.groupBy(routes, keyOf)) {
        if (key === undefined || group.length < 2) continue;
        for (const loser of findLosers(group, isAlone)) lost.add(loser);
      }
    }
    return lost.values().map(report);
  },
};

function report({ loser, winner, routes }: LostRoutes): Fault {
  const owner = loser === winner ? "an earlier rule of the same Ingress" : `the older Ingress ${objectKey(winner.ref)}`;
  return {
    object: loser.ref,
    detail: objectKey(winner.ref),
    fieldPath: routes[0]?.fieldPath ?? "",
    should: `one backend for ${listRoutes(routes)}`,
    is: `asks for what ${owner} has already, with another backend`,
    routes,
    sources: [loser],
  };
}

/** Most hosts have one path or two; grouping those costs more than looking at them. */
function areTwoPaths([first, second, third]: readonly Route[]): boolean {
  return first !== undefined && second !== undefined && third === undefined && keyOf(first) !== keyOf(second);
}

function keyOf(route: Route): string | undefined {
  // A second default backend of a class is another question: it is not tied to a host and path.
  if (route.backend === undefined || route.pathType === "Default") return undefined;
  return `${route.pathType} ${routePath(route)}`;
}
