import { objectKey } from "../../observe/object-key.ts";
import { wildcardOf } from "../../routes/host-pattern.ts";
import type { Route, RouteSource } from "../../routes/route.ts";
import { listHosts } from "../rule/list-hosts.ts";
import { type Neighbourhood, neighbourhoodOf } from "../rule/neighbourhood.ts";
import type { RuleContext } from "../rule/rule-context.ts";
import type { Rule } from "../rule/rule.ts";
import { hostGroups } from "./neighbours.ts";
import { takesEveryPath } from "./route-keys.ts";

const id = "route/wildcard-overlap";

/**
 * A host has rules of its own beside a wildcard that covers it, and not for every path.
 *
 * The host is matched first: what its own rules leave out does not go to the wildcard's backend, with most controllers.
 * A host whose rules take every path replaces the wildcard on purpose and is not a finding.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards}
 */
export const routeWildcardOverlap: Rule<typeof id> = {
  id,
  summary: "A host has rules for some paths, and the wildcard that covers it no longer gets the rest.",
  severity: "warning",
  why:
    "The host is matched before the path: with most controllers, paths that the host's own rules leave out give 404.",
  fix: 'add the path "/" with the backend that the rest should reach, or none if 404 is meant',
  scope: "view",
  example: {
    given: "another team takes one path of a host that a wildcard served",
    says: /^has rules for some paths only, and the rest does not go to \*\.\S+ of Ingress /,
  },
  check: (context) => {
    const wildcards = new Map<string | undefined, Map<string, Route>>();
    const groups = hostGroups(context);
    const { isAlone } = neighbourhoodOf(context);
    const isAskedFor = findHostsOfUntaken(context);
    for (const { className, host, routes: [first] } of groups) {
      if (!host.startsWith("*.") || first === undefined) continue;
      const known = wildcards.get(className);
      if (known === undefined) wildcards.set(className, new Map([[host, first]]));
      else known.set(host, first);
    }
    const overlaps = new Map<string, { source: RouteSource; wildcard: Route; routes: Route[] }>();
    for (const { className, host, routes } of groups) {
      const wildcard = wildcards.get(className)?.get(wildcardOf(host) ?? "");
      const [first] = routes;
      if (first === undefined || wildcard === undefined || routes.some(takesEveryPath)) continue;
      if (isAskedFor(host) || !mayMeet(wildcard.source, first.source, isAlone)) continue;
      const key = `${objectKey(first.source.ref)} ${objectKey(wildcard.source.ref)}`;
      const overlap = overlaps.get(key) ?? { source: first.source, wildcard, routes: [] };
      overlap.routes.push(...routes.filter(({ source }) => source === first.source));
      overlaps.set(key, overlap);
    }
    return [...overlaps.values()].map(({ source, wildcard, routes: overlapping }) => {
      const hosts = overlapping.map(({ host }) => host);
      const owner = source === wildcard.source ? "the same Ingress" : `Ingress ${objectKey(wildcard.source.ref)}`;
      return {
        object: source.ref,
        detail: objectKey(wildcard.source.ref),
        fieldPath: overlapping[0]?.fieldPath ?? "",
        should: `a rule for every path of ${listHosts(hosts)}`,
        is:
          `has rules for some paths only, and the rest does not go to ${wildcard.host} of ${owner}: the host is matched first`,
        routes: overlapping,
        sources: [source],
      };
    });
  },
};

/** Tells the hosts whose other paths are asked for by an Ingress that no controller takes: its class is the fault. */
function findHostsOfUntaken(context: RuleContext): (host: string) => boolean {
  const taken = new Set(neighbourhoodOf(context).sources);
  const hosts = new Set<string>();
  for (const source of taken.size === context.sources.length ? [] : context.sources) {
    if (taken.has(source) || source.repeatsRoutes !== undefined) continue;
    for (const route of source.routes) if (takesEveryPath(route)) hosts.add(route.host.toLowerCase());
  }
  return (host) => hosts.has(host);
}

/** Ingresses that show different addresses are on different load balancers. */
function mayMeet(a: RouteSource, b: RouteSource, isAlone: Neighbourhood["isAlone"]): boolean {
  if (a === b) return true;
  if (isAlone(a) || isAlone(b)) return false;
  return a.addresses.length === 0 || b.addresses.length === 0 ||
    a.addresses.some((address) => b.addresses.includes(address));
}
