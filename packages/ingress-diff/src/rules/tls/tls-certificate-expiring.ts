import { toResult } from "../rule/finding.ts";
import { formatDate, formatDays } from "./format-days.ts";
import type { Rule } from "../rule/rule-context.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

/**
 * The certificate ends soon: within 14 days, unless told otherwise, and in the last third of its life.
 *
 * The last third, because cert-manager renews when two thirds have passed: a certificate that lives for a week is not
 * late as long as that has not begun.
 *
 * @see {@link https://cert-manager.io/docs/usage/certificate/#reissuance-triggered-by-expiry-renewal}
 */
export const tlsCertificateExpiring: Rule = {
  id: "tls/certificate-expiring",
  summary: "The certificate that an Ingress serves ends soon.",
  severity: "warning",
  why: "Clients refuse the connection from then on. Certificates that renew themselves have done so by now.",
  fix: "Renew the certificate; with cert-manager, see why it did not: kubectl describe certificate.",
  check: (context) =>
    readableTlsSecrets(context).flatMap(({ object, facts: { notBeforeMs, notAfterMs }, routes, sources }) => {
      const leftMs = notAfterMs - context.atMs;
      const isLate = leftMs <= context.expiringWithinMs && leftMs <= (notAfterMs - notBeforeMs) / 3;
      if (leftMs < 0 || !isLate) return [];
      return [toResult({
        rule: "tls/certificate-expiring",
        severity: "warning",
        object,
        fieldPath: '.data["tls.crt"]',
        should: `a certificate that is valid for more than ${formatDays(context.expiringWithinMs)}`,
        is: `ends in ${formatDays(leftMs)}, on ${formatDate(notAfterMs)}`,
        fix: `renew it: kubectl get certificates -n ${object.namespace}, or write the new one to Secret ${object.name}`,
        routes,
        sources,
      })];
    }),
};
