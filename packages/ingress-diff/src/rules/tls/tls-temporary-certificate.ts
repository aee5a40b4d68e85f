import type { Rule } from "../rule/rule.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

const id = "tls/temporary-certificate";

/**
 * The Secret holds the placeholder that cert-manager writes until the real certificate is issued. It is recognised by its
 * issuer; a certificate that is self-signed on purpose is not meant.
 *
 * @see {@link https://cert-manager.io/docs/usage/certificate/#temporary-certificates-while-issuing}
 */
export const tlsTemporaryCertificate: Rule<typeof id> = {
  id,
  summary: "The Secret holds cert-manager's temporary certificate; the real one is not issued yet.",
  severity: "error",
  why: "Clients refuse the temporary certificate. It stands there for as long as the order does not come through.",
  fix: "see how far cert-manager is, and what holds it up",
  command: "kubectl get certificates,certificaterequests,orders,challenges -n NAMESPACE",
  word: "temporary cert",
  scope: "view",
  example: {
    given: "cert-manager has not replaced its placeholder",
    says: /^holds cert-manager's temporary certificate/,
  },
  check: (context) =>
    readableTlsSecrets(context).filter(({ facts }) => facts.isTemporary).map(({ object, routes, sources }) => ({
      object,
      fieldPath: '.data["tls.crt"]',
      should: "the certificate that was asked for",
      is: "holds cert-manager's temporary certificate, until the real one is issued",
      routes,
      sources,
    })),
};
