import { type RuleResult, toResult } from "./finding.ts";
import type { Rule, RuleContext } from "./rule-context.ts";
import { type TlsSecret, tlsSecrets } from "./tls-secrets.ts";

/**
 * The certificate that a Secret serves, the first in `tls.crt`, is past its end.
 *
 * A certificate that cannot be read is not called fine: it gives one finding that says so.
 */
export const tlsCertificateExpired: Rule = {
  id: "tls/certificate-expired",
  summary: "The certificate that an Ingress serves has expired.",
  severity: "error",
  why: "Clients refuse the connection.",
  fix: "Renew the certificate; with cert-manager, see why it did not: kubectl describe certificate.",
  check: (context) => tlsSecrets(context).flatMap((entry) => checkSecret(context, entry)),
};

function checkSecret(context: RuleContext, { object, facts, routes, sources }: TlsSecret): readonly RuleResult[] {
  if (facts === undefined) return [];
  const common = { rule: "tls/certificate-expired", object, fieldPath: '.data["tls.crt"]', routes, sources } as const;
  if (facts.state === "unreadable") {
    return [toResult({
      ...common,
      severity: "warning",
      outcome: "unknown",
      detail: "unreadable",
      should: "a certificate, to see its end and its names",
      is: `could not check: ${facts.reason}`,
      fix:
        `kubectl describe secret ${object.name} -n ${object.namespace} shows its keys; tls.crt holds PEM certificates`,
    })];
  }
  if (facts.notAfterMs >= context.atMs) return [];
  const days = Math.floor((context.atMs - facts.notAfterMs) / 86_400_000);
  const since = days === 0 ? "less than a day ago" : days === 1 ? "1 day ago" : `${days} days ago`;
  return [toResult({
    ...common,
    severity: "error",
    should: "a certificate that is valid now",
    is: `expired ${since}, on ${new Date(facts.notAfterMs).toISOString().slice(0, 10)}`,
    fix: `renew it: kubectl get certificates -n ${object.namespace}, or write the new one to Secret ${object.name}`,
  })];
}
