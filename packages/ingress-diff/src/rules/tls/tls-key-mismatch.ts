import { describeDefaultCertificate } from "../rule/default-certificate.ts";
import { toResult } from "../rule/finding.ts";
import type { Rule } from "../rule/rule-context.ts";
import { tlsSecrets } from "./tls-secrets.ts";

/** `tls.key` is not the key of the certificate in `tls.crt`. The key itself is compared while reading and not kept. */
export const tlsKeyMismatch: Rule = {
  id: "tls/key-mismatch",
  summary: "The key in a Secret does not belong to its certificate.",
  severity: "error",
  why: "No connection can be made with the two. The controller serves its default certificate, which clients refuse.",
  fix:
    "Write the certificate and the key that belong together; a renewal that wrote only one of them is the usual cause.",
  check: (context) =>
    tlsSecrets(context).filter(({ secret }) => secret?.keyMatchesCertificate === false).map((
      { object, entries, routes, sources },
    ) =>
      toResult({
        rule: "tls/key-mismatch",
        severity: "error",
        object,
        fieldPath: '.data["tls.key"]',
        should: "the private key of the certificate in tls.crt, not encrypted",
        is: `another key, or none that can be read; ${describeDefaultCertificate(entries)}`,
        fix: "write both again: kubectl create secret tls " +
          `${object.name} -n ${object.namespace} --cert FILE --key FILE --dry-run=client -o yaml | kubectl apply -f -`,
        routes,
        sources,
      })
    ),
};
