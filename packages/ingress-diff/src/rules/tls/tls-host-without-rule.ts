import { wildcardOf } from "../../routes/host-pattern.ts";
import type { RouteSource } from "../../routes/route.ts";
import { listHosts } from "../rule/list-hosts.ts";
import type { Rule } from "../rule/rule.ts";

const id = "tls/host-without-rule";

/**
 * A TLS entry lists a host for which nothing in the class has a rule: clients get the certificate, and then no answer.
 *
 * The rule may be in another Ingress of the class. A rule without a host and a default backend in the same Ingress
 * serve every host. Aliases and redirects that annotations add count as rules.
 */
export const tlsHostWithoutRule: Rule<typeof id> = {
  id,
  summary: "A TLS entry lists a host for which there is no rule.",
  severity: "warning",
  why: "Requests for the host reach the controller over TLS and find no route. Often one of the two is mistyped.",
  fix: "add a rule for the host, or take it out of the TLS entry; see that neither is mistyped",
  scope: "view",
  example: {
    given: "an entry lists one host more",
    says: /^has rules for \S+ only, and no other Ingress of the class has one$/,
  },
  check: ({ sources }) =>
    [...Map.groupBy(sources, ({ className }) => className ?? "").values()].flatMap((neighbours) => {
      const suspects = neighbours.filter(listsOtherHosts);
      if (suspects.length === 0) return [];
      const isServed = createHostFinder(neighbours);
      return suspects.flatMap((source) => {
        const entries = source.tls.filter((entry) => !entry.hosts.every(isServed));
        const [first] = entries;
        if (first === undefined) return [];
        const hosts = entries.flatMap((entry) => entry.hosts.filter((host) => !isServed(host)));
        return [{
          object: source.ref,
          fieldPath: `${first.fieldPath}.hosts`,
          should: `a rule for ${listHosts(hosts)}`,
          is: `has rules for ${
            listHosts(source.routes.map(({ host }) => host)) || "no host"
          } only, and no other Ingress of the class has one`,
          routes: [],
          sources: [source],
        }];
      });
    }),
};

/** Whether a TLS entry lists a host that the Ingress itself has no rule for; nearly all have, so the rest can wait. */
function listsOtherHosts({ isBeingDeleted, routes, tls }: RouteSource): boolean {
  if (tls.length === 0 || isBeingDeleted || routes.some(({ host }) => host === "")) return false;
  const only = routes[0]?.host;
  if (routes.every(({ host }) => host === only)) return tls.some(({ hosts }) => hosts.some((host) => host !== only));
  const own = new Set(routes.map(({ host }) => host));
  return tls.some(({ hosts }) => hosts.some((host) => !own.has(host)));
}

/** Tells whether a host, or some host of a wildcard, has a rule. */
function createHostFinder(sources: readonly RouteSource[]): (host: string) => boolean {
  const served = new Set<string>();
  for (const source of sources) {
    for (const host of [...source.routes.map((route) => route.host), ...source.aliases]) {
      const lower = host.toLowerCase();
      served.add(lower);
      // A rule for one host of a wildcard is a rule for the wildcard's entry, but not for its other hosts.
      const wildcard = wildcardOf(lower);
      if (wildcard !== undefined) served.add(`some ${wildcard}`);
    }
  }
  return (host) => {
    const lower = host.toLowerCase();
    return served.has(lower) || served.has(wildcardOf(lower) ?? lower) || served.has(`some ${lower}`);
  };
}
