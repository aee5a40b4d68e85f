import { describeDefaultCertificate } from "../rule/default-certificate.ts";
import { toResult } from "../rule/finding.ts";
import type { Rule } from "../rule/rule-context.ts";
import { tlsSecrets } from "./tls-secrets.ts";

const neededKeys = ["tls.crt", "tls.key"];

/** The Secret lacks `tls.crt` or `tls.key`, or one of them is empty, which the API server accepts. */
export const tlsSecretKeys: Rule = {
  id: "tls/secret-keys",
  summary: "The Secret that an Ingress names lacks tls.crt or tls.key, or one of them is empty.",
  severity: "error",
  why: "The controller serves its default certificate, which clients refuse.",
  fix: "Write the certificate to tls.crt and its key to tls.key; with cert-manager, see why it has not.",
  check: (context) =>
    tlsSecrets(context).flatMap(({ object, secret, entries, routes, sources }) => {
      const keys = secret?.keysPresent;
      const missing = keys === undefined ? [] : neededKeys.filter((key) => !keys.includes(key));
      if (keys === undefined || missing.length === 0) return [];
      const others = keys.filter((key) => !neededKeys.includes(key)).slice(0, 4);
      return [toResult({
        rule: "tls/secret-keys",
        severity: "error",
        object,
        fieldPath: ".data",
        should: "a certificate in tls.crt and its key in tls.key",
        is: `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} missing or empty` +
          `${others.length === 0 ? "" : ` (it has ${others.join(", ")})`}; ${describeDefaultCertificate(entries)}`,
        fix: `look at what issues it: kubectl get certificates,certificaterequests -n ${object.namespace}`,
        routes,
        sources,
      })];
    }),
};
