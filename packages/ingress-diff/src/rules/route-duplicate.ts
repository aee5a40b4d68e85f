import type { Route, RouteSource } from "../routes/route.ts";
import { type RuleResult, toResult } from "./finding.ts";
import { listRoutes } from "./list-routes.ts";
import { findLosers, meetsNeighbours } from "./older-neighbour.ts";
import { routeBackendKey, routePathKey } from "./route-keys.ts";
import { groupBy, objectKey, type Rule } from "./rule-context.ts";

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
export const routeDuplicate: Rule = {
  id: "route/duplicate",
  summary: "Another Ingress of the class already has this host and path, with another backend.",
  severity: "error",
  why:
    "Two Ingresses ask for the same requests; the older one takes them, and which one that is changes when it is deleted and made again.",
  fix: "Remove the route from one of them, or give it another host or path.",
  check: ({ sources }) => {
    const routes = sources.filter(meetsNeighbours).flatMap((source) => source.routes);
    const lost = new Map<string, { loser: RouteSource; winner: RouteSource; routes: Route[] }>();
    for (const group of groupBy(routes, keyOf).values()) {
      if (group.length < 2) continue;
      for (const { loser, winner } of findLosers(group)) {
        if (routeBackendKey(loser) === routeBackendKey(winner)) continue;
        const key = `${objectKey(loser.source.ref)} ${objectKey(winner.source.ref)}`;
        const pair = lost.get(key) ?? { loser: loser.source, winner: winner.source, routes: [] };
        pair.routes.push(loser);
        lost.set(key, pair);
      }
    }
    return [...lost.values()].map(({ loser, winner, routes: dead }) => report(loser, winner, dead));
  },
};

function report(loser: RouteSource, winner: RouteSource, routes: readonly Route[]): RuleResult {
  const isOne = new Set(routes.map(({ host, path }) => JSON.stringify([host, path]))).size === 1;
  const owner = loser === winner ? "an earlier rule of the same Ingress" : `the older Ingress ${objectKey(winner.ref)}`;
  return toResult({
    rule: "route/duplicate",
    severity: "error",
    object: loser.ref,
    detail: objectKey(winner.ref),
    fieldPath: routes[0]?.fieldPath ?? "",
    should: `one backend for ${listRoutes(routes)}`,
    is: `${owner} has ${isOne ? "it" : "them"} already, with another backend`,
    fix: "remove one of the two, or give them different hosts, paths or classes",
    routes,
    sources: [loser],
  });
}

function keyOf(route: Route): string | undefined {
  // A second default backend of a class is another question: it is not tied to a host and path.
  if (route.backend === undefined || route.pathType === "Default") return undefined;
  return JSON.stringify([routePathKey(route), route.pathType]);
}
