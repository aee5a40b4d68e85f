import type { Rule } from "../rule/rule.ts";
import { describeDefaultCertificate } from "./default-certificate.ts";
import { tlsSecrets } from "./tls-secrets.ts";

const neededKeys = ["tls.crt", "tls.key"];

const id = "tls/secret-keys";

/** The Secret lacks `tls.crt` or `tls.key`, or one of them is empty, which the API server accepts. */
export const tlsSecretKeys: Rule<typeof id> = {
  id,
  summary: "The Secret that an Ingress names lacks tls.crt or tls.key, or one of them is empty.",
  severity: "error",
  why: "The controller serves its default certificate, which clients refuse.",
  fix: "write the certificate to tls.crt and its key to tls.key; with cert-manager, see why it has not",
  command: "kubectl describe certificates -n NAMESPACE",
  word: "no cert in Secret",
  scope: "view",
  example: { given: "the certificate is under another name", says: /^has nothing in tls\.crt \(it has [^)]+\); / },
  check: (context) =>
    tlsSecrets(context).flatMap(({ object, secret, entries, routes, sources }) => {
      const keys = secret?.keysPresent;
      const missing = keys === undefined ? [] : neededKeys.filter((key) => !keys.includes(key));
      if (keys === undefined || missing.length === 0) return [];
      const others = keys.filter((key) => !neededKeys.includes(key)).slice(0, 4);
      return [{
        object,
        fieldPath: ".data",
        should: "a certificate in tls.crt and its key in tls.key",
        is: `has nothing in ${missing.join(" and ")}${others.length === 0 ? "" : ` (it has ${others.join(", ")})`}; ${
          describeDefaultCertificate(entries)
        }`,
        routes,
        sources,
      }];
    }),
};
