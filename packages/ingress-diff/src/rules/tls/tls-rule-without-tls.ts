import { createHostMatcher } from "../../routes/host-pattern.ts";
import type { Route, RouteSource } from "../../routes/route.ts";
import { listHosts } from "../rule/list-hosts.ts";
import type { Rule } from "../rule/rule.ts";

const id = "tls/rule-without-tls";

/**
 * A rule's host is in no TLS entry.
 *
 * Beside TLS entries for other hosts that is a warning: over HTTPS the host gets the controller's default certificate. An
 * Ingress without any TLS is a note, and only where others of its class ask for TLS: elsewhere TLS ends before the
 * controller, or there is none. Not judged: hosts that another Ingress of the class has an entry for, certificates that
 * annotations name, and cert-manager's solvers, which answer over plain HTTP.
 */
export const tlsRuleWithoutTls: Rule<typeof id> = {
  id,
  summary: "The host of a rule is in no TLS entry.",
  severity: "warning",
  why:
    "Over HTTPS the host gets the controller's default certificate, which clients refuse; over HTTP it is not protected.",
  fix: "add the host to .spec.tls, if it is to be reached over HTTPS",
  scope: "view",
  example: { given: "a rule is added and its entry forgotten", says: /^has none for it; / },
  check: ({ sources }) =>
    [...Map.groupBy(sources, ({ className }) => className ?? "").values()].flatMap((neighbours) => {
      // Few are, so what the class lists need not be collected for the others.
      const suspects = neighbours.filter((source) => isJudged(source) && source.routes.some(isBare));
      const entries = suspects.length === 0 ? [] : neighbours.flatMap((source) => source.tls);
      if (entries.length === 0) return [];
      const isListed = createHostMatcher(entries.flatMap((entry) => entry.hosts));
      return suspects.flatMap((source) => {
        const routes = source.routes.filter((route) => isBare(route) && !isListed(route.host));
        const [first] = routes;
        if (first === undefined) return [];
        const hosts = listHosts(routes.map(({ host }) => host));
        const hasTls = source.tls.length > 0;
        return [{
          ...(hasTls ? {} : { severity: "info" }),
          object: source.ref,
          fieldPath: ".spec.tls",
          should: `a TLS entry for ${hosts}, as other ${
            hasTls ? "hosts of the Ingress" : "Ingresses of the class"
          } have`,
          is: hasTls
            ? "has none for it; over HTTPS clients get the controller's default certificate"
            : "has no TLS at all",
          routes,
          sources: [source],
        }];
      });
    }),
};

function isBare({ host, tls }: Route): boolean {
  return host !== "" && tls === undefined;
}

function isJudged(source: RouteSource): boolean {
  return !source.isBeingDeleted && source.repeatsRoutes === undefined && !source.hasOtherCertificates;
}
