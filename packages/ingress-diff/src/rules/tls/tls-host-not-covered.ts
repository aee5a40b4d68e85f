import { createHostMatcher } from "../../routes/host-pattern.ts";
import { listHosts } from "../rule/list-hosts.ts";
import type { Rule } from "../rule/rule.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

const id = "tls/host-not-covered";

/**
 * The certificate's DNS names do not cover a host that the entry lists.
 *
 * One finding per Secret with all its uncovered hosts. Entries without hosts leave the choice to the controller and are
 * not judged.
 */
export const tlsHostNotCovered: Rule<typeof id> = {
  id,
  summary: "The certificate of a TLS entry is not for one of its hosts.",
  severity: "error",
  why:
    "Clients refuse a certificate that is not for the host; some controllers serve their default certificate instead.",
  fix: "issue a certificate that names the hosts in its subjectAltName",
  command: "kubectl describe certificates -n NAMESPACE",
  word: "cert mismatch",
  followsFrom: {
    sameObject: ["tls/temporary-certificate", "tls/certificate-expired", "tls/certificate-not-yet-valid"],
  },
  scope: "view",
  example: {
    given: "the certificate is for another domain",
    says: /^holds a certificate for \S+/,
  },
  check: (context) =>
    readableTlsSecrets(context).flatMap(({ object, facts, entries, routes }) => {
      const isCovered = createHostMatcher(facts.dnsNames);
      const isUncovered = (host: string): boolean => !isCovered(host);
      const hit = entries.filter((entry) => entry.hosts.some(isUncovered));
      if (hit.length === 0) return [];
      const hits = new Set(hit);
      const hosts = hit.flatMap((entry) => entry.hosts.filter(isUncovered));
      return [{
        object,
        fieldPath: '.data["tls.crt"]',
        should: `a certificate for ${listHosts(hosts)}`,
        is: `holds a certificate for ${facts.dnsNames.length === 0 ? "no DNS name" : listHosts(facts.dnsNames)}`,
        routes: routes.filter(({ host, tls }) => tls !== undefined && hits.has(tls) && isUncovered(host)),
        sources: hit.map((entry) => entry.source),
      }];
    }),
};
