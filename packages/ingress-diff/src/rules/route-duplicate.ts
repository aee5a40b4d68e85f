import { compareText } from "../observe/sort-objects.ts";
import type { Route, RouteSource } from "../routes/route.ts";
import { type RuleResult, toResult } from "./finding.ts";
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
    const routes = sources.filter(isJudged).flatMap((source) => source.routes);
    const lost = new Map<string, { loser: RouteSource; winner: RouteSource; routes: Route[] }>();
    for (const group of groupBy(routes, routeKey).values()) {
      if (group.length < 2) continue;
      for (const { route, winner } of losersOf(group)) {
        const key = `${objectKey(route.source.ref)} ${objectKey(winner.source.ref)}`;
        const pair = lost.get(key) ?? { loser: route.source, winner: winner.source, routes: [] };
        pair.routes.push(route);
        lost.set(key, pair);
      }
    }
    return [...lost.values()].map(({ loser, winner, routes: dead }) => report(loser, winner, dead));
  },
};

function report(loser: RouteSource, winner: RouteSource, routes: readonly Route[]): RuleResult {
  const names = [...new Set(routes.map((route) => `${route.host || "*"}${route.path || "/"}`))];
  const shown = names.slice(0, 3).join(", ") + (names.length > 3 ? ` and ${names.length - 3} more` : "");
  const owner = loser === winner ? "an earlier rule of the same Ingress" : `the older Ingress ${objectKey(winner.ref)}`;
  return toResult({
    rule: "route/duplicate",
    severity: "error",
    object: loser.ref,
    detail: objectKey(winner.ref),
    fieldPath: routes[0]?.fieldPath ?? "",
    should: `one backend for ${shown}`,
    is: `${owner} has ${names.length === 1 ? "it" : "them"} already, with another backend`,
    fix: "remove one of the two, or give them different hosts, paths or classes",
    routes,
    sources: [loser],
  });
}

function isJudged(source: RouteSource): boolean {
  // GKE gives every Ingress a load balancer of its own.
  if (source.className === "gce" || source.className === "gce-internal") return false;
  const isTaken = source.className !== undefined || source.addresses.length > 0;
  return isTaken && source.repeatsRoutes === undefined && !source.isBeingDeleted;
}

function routeKey({ source, host, pathType, path, backend }: Route): string | undefined {
  // A second default backend of a class is another question: it is not tied to a host and path.
  if (backend === undefined || pathType === "Default") return undefined;
  // "/foo" and "/foo/" are one Prefix: https://kubernetes.io/docs/concepts/services-networking/ingress/#examples
  const normalised = pathType === "Prefix" && path.length > 1 ? path.replace(/\/$/, "") : path;
  return JSON.stringify([source.className ?? null, host, pathType, normalised]);
}

function losersOf(group: readonly Route[]): readonly { readonly route: Route; readonly winner: Route }[] {
  const byAge = group.toSorted((a, b) => compareAge(a.source, b.source));
  const winners: Route[] = [];
  const losers: { readonly route: Route; readonly winner: Route }[] = [];
  for (const route of byAge) {
    // Several winners only where Ingresses of one class stand on load balancers of their own.
    const winner = winners.find((candidate) => sharesLoadBalancer(candidate.source, route.source));
    if (winner === undefined) winners.push(route);
    else if (backendKey(winner) !== backendKey(route)) losers.push({ route, winner });
  }
  return losers;
}

/** Oldest first, then by namespace and name; sort() is stable, so the rules of one Ingress keep their order. */
function compareAge(a: RouteSource, b: RouteSource): number {
  const age = (a.createdAtMs ?? Number.MAX_SAFE_INTEGER) - (b.createdAtMs ?? Number.MAX_SAFE_INTEGER);
  return age || compareText(objectKey(a.ref), objectKey(b.ref));
}

function sharesLoadBalancer(a: RouteSource, b: RouteSource): boolean {
  if (a === b) return true;
  if (a.addresses.length === 0 || b.addresses.length === 0) return true;
  return a.addresses.some((address) => b.addresses.includes(address));
}

function backendKey({ backend, source }: Route): string {
  return JSON.stringify([source.ref.namespace, backend]);
}
