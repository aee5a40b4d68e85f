import type { Route } from "../../routes/route.ts";
import { type RuleResult, toResult } from "../rule/finding.ts";
import { listRoutes } from "./list-routes.ts";
import { type LostRoutes, LostRoutesByPair } from "./lost-routes.ts";
import { hostGroups } from "./neighbours.ts";
import { neighbourhoodOf } from "../rule/neighbourhood.ts";
import { findLosers } from "../rule/older-neighbour.ts";
import { haveSameBackend, routePath } from "./route-keys.ts";
import { groupBy, objectKey, type Rule, type RuleContext } from "../rule/rule-context.ts";

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

function checkPathTypes(context: RuleContext): readonly RuleResult[] {
  const lost = new LostRoutesByPair();
  const { isAlone } = neighbourhoodOf(context);
  for (const { routes } of hostGroups(context)) {
    if (routes.length < 2 || !routes.some(({ pathType }) => pathType === "ImplementationSpecific")) continue;
    for (const group of groupBy(routes, pathOf).values()) {
      if (group.length < 2) continue;
      for (const pair of findLosers(group, isAlone)) if (pair.loser.pathType !== pair.winner.pathType) lost.add(pair);
    }
  }
  return lost.values().map(report);
}

function report({ loser, winner, routes }: LostRoutes): RuleResult {
  const owner = loser === winner ? "another rule of the same Ingress" : `the older Ingress ${objectKey(winner.ref)}`;
  const other = routes[0]?.pathType === "Prefix" ? "ImplementationSpecific" : "Prefix";
  return toResult({
    rule: "route/shadowed",
    severity: "warning",
    object: loser.ref,
    detail: objectKey(winner.ref),
    fieldPath: routes[0]?.fieldPath ?? "",
    should: `one rule for ${listRoutes(routes)}`,
    is: `${owner} asks for the same as ${other}, with another backend; most controllers read both as a prefix`,
    fix: "remove one of the two, or use Prefix and Exact, which tell them apart",
    routes,
    sources: [loser],
  });
}

function pathOf(route: Route): string | undefined {
  const isOpen = route.pathType === "Prefix" || route.pathType === "ImplementationSpecific";
  return isOpen && route.backend !== undefined ? routePath(route) : undefined;
}

function checkDefaultBackends(context: RuleContext): readonly RuleResult[] {
  const { sources, isAlone } = neighbourhoodOf(context);
  const routes = sources.flatMap((source) =>
    source.routes.every(({ pathType }) => pathType === "Default") ? source.routes : []
  );
  return [...groupBy(routes, ({ source }) => source.className ?? "").values()].flatMap((group) =>
    findLosers(group, isAlone).filter(({ loser, winner }) => !haveSameBackend(loser, winner)).map((
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
