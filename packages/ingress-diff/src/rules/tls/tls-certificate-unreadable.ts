import { describeDefaultCertificate } from "../rule/default-certificate.ts";
import { type RuleResult, toResult } from "../rule/finding.ts";
import type { Rule } from "../rule/rule-context.ts";
import { type TlsSecret, tlsSecrets } from "./tls-secrets.ts";

/**
 * `tls.crt` holds no certificate that can be read. The API server accepts any text there, and none.
 *
 * A certificate that was not read, or was taken out of a snapshot, is not called fine either: it could not be checked.
 */
export const tlsCertificateUnreadable: Rule = {
  id: "tls/certificate-unreadable",
  summary: "The Secret that an Ingress names holds no certificate that can be read.",
  severity: "error",
  why: "The controller serves its default certificate, which clients refuse.",
  fix: "Write PEM certificates to tls.crt; with cert-manager, see why it has not: kubectl describe certificate.",
  check: (context) => tlsSecrets(context).flatMap(checkSecret),
};

function checkSecret({ object, facts, entries, routes, sources }: TlsSecret): readonly RuleResult[] {
  const common = {
    rule: "tls/certificate-unreadable",
    object,
    fieldPath: '.data["tls.crt"]',
    routes,
    sources,
  } as const;
  if (facts?.state === "unreadable") {
    return [toResult({
      ...common,
      severity: "error",
      should: "PEM certificates in tls.crt",
      is: `${facts.reason}; ${describeDefaultCertificate(entries)}`,
      fix: `look at what issues it: kubectl get certificates,certificaterequests -n ${object.namespace}`,
    })];
  }
  if (facts?.state !== "unknown") return [];
  return [toResult({
    ...common,
    severity: "warning",
    outcome: "unknown",
    detail: "unknown",
    should: "a certificate, to see its end and its names",
    is: `could not check: ${facts.reason}`,
    fix: `kubectl get secret ${object.name} -n ${object.namespace} -o jsonpath='{.data.tls\\.crt}' shows it`,
  })];
}
