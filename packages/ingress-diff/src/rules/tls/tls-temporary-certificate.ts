import { toResult } from "../rule/finding.ts";
import type { Rule } from "../rule/rule-context.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

/**
 * The Secret holds the placeholder that cert-manager writes until the real certificate is issued. It is told by its
 * issuer; a certificate that is self-signed on purpose is not meant.
 *
 * @see {@link https://cert-manager.io/docs/usage/certificate/#temporary-certificates-while-issuing}
 */
export const tlsTemporaryCertificate: Rule = {
  id: "tls/temporary-certificate",
  summary: "The Secret holds cert-manager's temporary certificate; the real one is not issued yet.",
  severity: "error",
  why: "Clients refuse the temporary certificate. It stands there for as long as the order does not come through.",
  fix: "See how far cert-manager is: kubectl describe certificate, certificaterequest, order and challenge.",
  check: (context) =>
    readableTlsSecrets(context).filter(({ facts }) => facts.isTemporary).map(({ object, routes, sources }) =>
      toResult({
        rule: "tls/temporary-certificate",
        severity: "error",
        object,
        fieldPath: '.data["tls.crt"]',
        should: "the certificate that was asked for",
        is: "cert-manager's temporary certificate, until the real one is issued",
        fix: `kubectl get certificates,certificaterequests,orders,challenges -n ${object.namespace}`,
        routes,
        sources,
      })
    ),
};
