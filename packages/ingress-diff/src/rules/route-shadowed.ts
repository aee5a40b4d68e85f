import type { Route, RouteSource } from "../routes/route.ts";
import { type RuleResult, toResult } from "./finding.ts";
import { listRoutes } from "./list-routes.ts";
import { findLosers, meetsNeighbours } from "./older-neighbour.ts";
import { routeBackendKey, routePathKey } from "./route-keys.ts";
import { groupBy, objectKey, type Rule, type RuleContext } from "./rule-context.ts";

/**
 * Another rule of the class takes every request first, without being the same route (that is `route/duplicate`).
 *
 * - `ImplementationSpecific` beside `Prefix` on one path: most controllers read both as a prefix, and one of them loses.
 *   `Exact` beside `Prefix` is no fault: both get requests.
 * - A second default backend of the class. Only Ingresses without rules are judged: beside rules, controllers use the
 *   default backend for the hosts of those rules.
 */
export const routeShadowed: Rule = {
  id: "route/shadowed",
  summary: "Another rule of the class takes every request of this one first.",
  severity: "warning",
  why:
    "The backend never gets a request, although the rule looks like one of its own. Which rule wins is the controller's choice.",
  fix: "Remove one of the two rules, or give them the same backend.",
  check: (context) => [...checkPathTypes(context), ...checkDefaultBackends(context)],
};

function checkPathTypes({ sources }: RuleContext): readonly RuleResult[] {
  const routes = sources.filter(meetsNeighbours).flatMap((source) => source.routes);
  const lost = new Map<string, { loser: RouteSource; winner: RouteSource; routes: Route[] }>();
  for (const group of groupBy(routes, pathKeyOf).values()) {
    if (group.length < 2 || new Set(group.map(({ pathType }) => pathType)).size < 2) continue;
    for (const { loser, winner } of findLosers(group)) {
      if (loser.pathType === winner.pathType || routeBackendKey(loser) === routeBackendKey(winner)) continue;
      const key = `${objectKey(loser.source.ref)} ${objectKey(winner.source.ref)}`;
      const pair = lost.get(key) ?? { loser: loser.source, winner: winner.source, routes: [] };
      pair.routes.push(loser);
      lost.set(key, pair);
    }
  }
  return [...lost.values()].map(({ loser, winner, routes: dead }) => {
    const owner = loser === winner ? "another rule of the same Ingress" : `the older Ingress ${objectKey(winner.ref)}`;
    const others = dead[0]?.pathType === "Prefix" ? "ImplementationSpecific" : "Prefix";
    return toResult({
      rule: "route/shadowed",
      severity: "warning",
      object: loser.ref,
      detail: objectKey(winner.ref),
      fieldPath: dead[0]?.fieldPath ?? "",
      should: `one rule for ${listRoutes(dead)}`,
      is: `${owner} asks for the same as ${others}, with another backend; most controllers read both as a prefix`,
      fix: "remove one of the two, or use Prefix and Exact, which tell them apart",
      routes: dead,
      sources: [loser],
    });
  });
}

function pathKeyOf(route: Route): string | undefined {
  const isOpen = route.pathType === "Prefix" || route.pathType === "ImplementationSpecific";
  return isOpen && route.backend !== undefined ? routePathKey(route) : undefined;
}

function checkDefaultBackends({ sources }: RuleContext): readonly RuleResult[] {
  const routes = sources.filter(meetsNeighbours).flatMap((source) =>
    source.routes.every(({ pathType }) => pathType === "Default") ? source.routes : []
  );
  return [...groupBy(routes, ({ source }) => source.className ?? "").values()].flatMap((group) =>
    findLosers(group).filter(({ loser, winner }) => routeBackendKey(loser) !== routeBackendKey(winner)).map((
      { loser, winner },
    ) =>
      toResult({
        rule: "route/shadowed",
        severity: "error",
        object: loser.source.ref,
        detail: `default ${objectKey(winner.source.ref)}`,
        fieldPath: loser.fieldPath,
        should: "one default backend in the class",
        is: `the older Ingress ${objectKey(winner.source.ref)} has the default backend of the class already`,
        fix: "remove one of the two, or give this one hosts or another class",
        routes: [loser],
        sources: [loser.source],
      })
    )
  );
}
