import type { Rule } from "../rule/rule.ts";
import { formatDate, formatDays } from "./format-days.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

const id = "tls/certificate-expiring";

/**
 * The certificate ends soon: within 14 days, unless told otherwise, and in the last third of its life.
 *
 * The last third, because cert-manager renews when two thirds have passed: a certificate that lives for a week is not
 * late as long as that has not begun.
 *
 * @see {@link https://cert-manager.io/docs/usage/certificate/#reissuance-triggered-by-expiry-renewal}
 */
export const tlsCertificateExpiring: Rule<typeof id> = {
  id,
  summary: "The certificate that an Ingress serves ends soon.",
  severity: "warning",
  why: "Clients refuse the connection from then on. Certificates that renew themselves have done so by now.",
  fix: "renew the certificate and write it to the Secret; with cert-manager, see why it has not",
  command: "kubectl describe certificates -n NAMESPACE",
  followsFrom: { sameObject: ["tls/temporary-certificate"] },
  scope: "view",
  example: {
    given: "the certificate ends within two weeks",
    says: /^holds a certificate that ends in \d+ days?, on /,
  },
  check: (context) =>
    readableTlsSecrets(context).flatMap(({ object, facts: { notBeforeMs, notAfterMs }, routes, sources }) => {
      const leftMs = notAfterMs - context.atMs;
      const isLate = leftMs <= context.expiringWithinMs && leftMs <= (notAfterMs - notBeforeMs) / 3;
      if (leftMs < 0 || !isLate) return [];
      return [{
        object,
        fieldPath: '.data["tls.crt"]',
        should: `a certificate that is valid for more than ${formatDays(context.expiringWithinMs)}`,
        is: `holds a certificate that ends in ${formatDays(leftMs)}, on ${formatDate(notAfterMs)}`,
        routes,
        sources,
      }];
    }),
};
