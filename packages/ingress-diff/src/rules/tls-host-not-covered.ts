import { compareText } from "../observe/sort-objects.ts";
import { coversHost } from "../routes/host-pattern.ts";
import { toResult } from "./finding.ts";
import type { Rule } from "./rule-context.ts";
import { tlsSecrets } from "./tls-secrets.ts";

/**
 * The certificate's DNS names do not cover a host that the entry lists.
 *
 * One finding per Secret with all its uncovered hosts. Entries without hosts leave the choice to the controller and are
 * not judged.
 */
export const tlsHostNotCovered: Rule = {
  id: "tls/host-not-covered",
  summary: "The certificate of a TLS entry is not for one of its hosts.",
  severity: "error",
  why:
    "Clients refuse a certificate that is not for the host; some controllers serve their default certificate instead.",
  fix: "Issue a certificate with the host in its subjectAltName.",
  check: (context) =>
    tlsSecrets(context).flatMap(({ object, facts, entries, routes }) => {
      if (facts?.state !== "readable") return [];
      const isUncovered = (host: string): boolean => !facts.dnsNames.some((name) => coversHost(name, host));
      const hit = entries.filter((entry) => entry.hosts.some(isUncovered));
      if (hit.length === 0) return [];
      const hosts = [...new Set(hit.flatMap((entry) => entry.hosts.filter(isUncovered)))].sort(compareText);
      return [toResult({
        rule: "tls/host-not-covered",
        severity: "error",
        object,
        fieldPath: '.data["tls.crt"]',
        should: `a certificate for ${listed(hosts)}`,
        is: facts.dnsNames.length === 0 ? "it is for no DNS name" : `it is for ${listed(facts.dnsNames)}`,
        fix: "issue it for these hosts too; clients refuse it, and some controllers serve a certificate of their own",
        routes: routes.filter(({ host, tls }) => tls !== undefined && hit.includes(tls) && isUncovered(host)),
        sources: hit.map((entry) => entry.source),
      })];
    }),
};

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(", ");
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
}
