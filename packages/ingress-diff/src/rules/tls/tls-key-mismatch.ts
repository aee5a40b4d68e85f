import type { Rule } from "../rule/rule.ts";
import { describeDefaultCertificate } from "./default-certificate.ts";
import { tlsSecrets } from "./tls-secrets.ts";

const id = "tls/key-mismatch";

/** `tls.key` is not the key of the certificate in `tls.crt`. The key itself is compared while reading and not kept. */
export const tlsKeyMismatch: Rule<typeof id> = {
  id,
  summary: "The key in a Secret does not belong to its certificate.",
  severity: "error",
  why: "No connection can be made with the two. The controller serves its default certificate, which clients refuse.",
  fix:
    "write the certificate and the key that belong together, here from the files tls.crt and tls.key; a renewal that wrote only one of them is the usual cause",
  command:
    "kubectl create secret tls NAME -n NAMESPACE --cert tls.crt --key tls.key --dry-run=client -o yaml | kubectl apply -f -",
  word: "cert key mismatch",
  followsFrom: { sameObject: ["tls/temporary-certificate"] },
  scope: "view",
  example: {
    given: "the key is that of another certificate",
    says: /^holds another key, or none that can be read; /,
  },
  check: (context) =>
    tlsSecrets(context).filter(({ secret }) => secret?.keyMatchesCertificate === false).map((
      { object, entries, routes, sources },
    ) => ({
      object,
      fieldPath: '.data["tls.key"]',
      should: "the private key of the certificate in tls.crt, not encrypted",
      is: `holds another key, or none that can be read; ${describeDefaultCertificate(entries)}`,
      routes,
      sources,
    })),
};
