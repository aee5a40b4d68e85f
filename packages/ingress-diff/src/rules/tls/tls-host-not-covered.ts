import { createHostMatcher } from "../../routes/host-pattern.ts";
import { listHosts } from "../rule/default-certificate.ts";
import { toResult } from "../rule/finding.ts";
import type { Rule } from "../rule/rule-context.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

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
    readableTlsSecrets(context).flatMap(({ object, facts, entries, routes }) => {
      const isCovered = createHostMatcher(facts.dnsNames);
      const isUncovered = (host: string): boolean => !isCovered(host);
      const hit = entries.filter((entry) => entry.hosts.some(isUncovered));
      if (hit.length === 0) return [];
      const hits = new Set(hit);
      const hosts = hit.flatMap((entry) => entry.hosts.filter(isUncovered));
      return [toResult({
        rule: "tls/host-not-covered",
        severity: "error",
        object,
        fieldPath: '.data["tls.crt"]',
        should: `a certificate for ${listHosts(hosts)}`,
        is: facts.dnsNames.length === 0 ? "it is for no DNS name" : `it is for ${listHosts(facts.dnsNames)}`,
        fix: "issue it for these hosts too; clients refuse it, and some controllers serve a certificate of their own",
        routes: routes.filter(({ host, tls }) => tls !== undefined && hits.has(tls) && isUncovered(host)),
        sources: hit.map((entry) => entry.source),
      })];
    }),
};
