import { toResult } from "../rule/finding.ts";
import { formatDate, formatDays } from "./format-days.ts";
import type { Rule } from "../rule/rule-context.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

/** The certificate that a Secret serves, the first in `tls.crt`, is past its end. */
export const tlsCertificateExpired: Rule = {
  id: "tls/certificate-expired",
  summary: "The certificate that an Ingress serves has expired.",
  severity: "error",
  why: "Clients refuse the connection.",
  fix: "Renew the certificate; with cert-manager, see why it did not: kubectl describe certificate.",
  check: (context) =>
    readableTlsSecrets(context).filter(({ facts }) => facts.notAfterMs < context.atMs).map((
      { object, facts, routes, sources },
    ) =>
      toResult({
        rule: "tls/certificate-expired",
        severity: "error",
        object,
        fieldPath: '.data["tls.crt"]',
        should: "a certificate that is valid now",
        is: `expired ${formatDays(context.atMs - facts.notAfterMs)} ago, on ${formatDate(facts.notAfterMs)}`,
        fix: `renew it: kubectl get certificates -n ${object.namespace}, or write the new one to Secret ${object.name}`,
        routes,
        sources,
      })
    ),
};
