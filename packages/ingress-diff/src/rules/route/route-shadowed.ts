import { objectKey } from "../../observe/object-key.ts";
import type { Route } from "../../routes/route.ts";
import type { Fault } from "../rule/fault.ts";
import { neighbourhoodOf } from "../rule/neighbourhood.ts";
import { findLosers } from "../rule/older-neighbour.ts";
import type { RuleContext } from "../rule/rule-context.ts";
import type { Rule } from "../rule/rule.ts";
import { listRoutes } from "./list-routes.ts";
import { type LostRoutes, LostRoutesByPair } from "./lost-routes.ts";
import { hostGroups } from "./neighbours.ts";
import { haveSameBackend, routePath } from "./route-keys.ts";

const id = "route/shadowed";

/**
 * Another rule of the class takes every request first, without being the same route (that is `route/duplicate`).
 *
 * - `ImplementationSpecific` beside `Prefix` on one path: most controllers read both as a prefix, and one of them loses.
 *   `Exact` beside `Prefix` is not a fault: both get requests.
 * - A second default backend of the class. Only Ingresses without rules are judged: beside rules, controllers use the
 *   default backend for the hosts of those rules.
 */
export const routeShadowed: Rule<typeof id> = {
  id,
  summary: "Another rule of the class takes every request of this one first.",
  severity: "warning",
  why:
    "The backend never gets a request, although the rule looks like one of its own. Which rule wins is the controller's choice.",
  fix: "remove one of the two, or use Prefix and Exact, which controllers distinguish",
  word: "taken by another",
  scope: "view",
  example: {
    given: "another team asks for the same prefix in another way",
    says: /^asks for what the older Ingress \S+ asks for as Prefix, with another backend; /,
  },
  check: (context) => [...checkPathTypes(context), ...checkDefaultBackends(context)],
};

function checkPathTypes(context: RuleContext): readonly Fault[] {
  const lost = new LostRoutesByPair();
  const { isAlone } = neighbourhoodOf(context);
  for (const { routes } of hostGroups(context)) {
    if (routes.length < 2 || !routes.some(({ pathType }) => pathType === "ImplementationSpecific")) continue;
    for (const [path, group] of Map.groupBy(routes, pathOf)) {
      if (path === undefined || group.length < 2) continue;
      for (const pair of findLosers(group, isAlone)) if (pair.loser.pathType !== pair.winner.pathType) lost.add(pair);
    }
  }
  return lost.values().map(report);
}

function report({ loser, winner, routes }: LostRoutes): Fault {
  const owner = loser === winner ? "another rule of the same Ingress" : `the older Ingress ${objectKey(winner.ref)}`;
  const other = routes[0]?.pathType === "Prefix" ? "ImplementationSpecific" : "Prefix";
  return {
    object: loser.ref,
    detail: objectKey(winner.ref),
    fieldPath: routes[0]?.fieldPath ?? "",
    should: `one rule for ${listRoutes(routes)}`,
    is: `asks for what ${owner} asks for as ${other}, with another backend; most controllers read both as a prefix`,
    routes,
    sources: [loser],
  };
}

function pathOf(route: Route): string | undefined {
  const isOpen = route.pathType === "Prefix" || route.pathType === "ImplementationSpecific";
  return isOpen && route.backend !== undefined ? routePath(route) : undefined;
}

function checkDefaultBackends(context: RuleContext): readonly Fault[] {
  const { sources, isAlone } = neighbourhoodOf(context);
  const routes = sources.flatMap((source) =>
    source.routes.every(({ pathType }) => pathType === "Default") ? source.routes : []
  );
  return [...Map.groupBy(routes, ({ source }) => source.className ?? "").values()].flatMap((group) =>
    findLosers(group, isAlone).filter(({ loser, winner }) => !haveSameBackend(loser, winner)).map((
      { loser, winner },
    ) => ({
      severity: "error",
      object: loser.source.ref,
      detail: `default ${objectKey(winner.source.ref)}`,
      fieldPath: loser.fieldPath,
      should: "one default backend in the class",
      is: `has a default backend, and the older Ingress ${objectKey(winner.source.ref)} has that of the class already`,
      fix: "remove one of the two, or give this one hosts or another class",
      routes: [loser],
      sources: [loser.source],
    }))
  );
}
