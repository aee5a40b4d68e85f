import { describeDefaultCertificate } from "../rule/default-certificate.ts";
import { toResult } from "../rule/finding.ts";
import type { Rule } from "../rule/rule-context.ts";
import { tlsSecrets } from "./tls-secrets.ts";
import { unknownList } from "../rule/unknown-list.ts";

/** `.spec.tls[].secretName` names a Secret that does not exist. An entry without a name is allowed and not judged. */
export const tlsSecretMissing: Rule = {
  id: "tls/secret-missing",
  summary: "The Secret that holds an Ingress's certificate does not exist.",
  severity: "error",
  why: "The controller serves its default certificate, which clients refuse.",
  fix: "Create the Secret in the namespace of the Ingress, or name the right one.",
  check: (context) => {
    const missing = tlsSecrets(context).filter(({ secret }) => secret === undefined);
    const unknown = unknownList(context, "secrets", "tls/secret-missing", {
      routes: missing.flatMap(({ routes }) => routes),
      sources: missing.flatMap(({ sources }) => sources),
    });
    return unknown ??
      missing.map(({ object, entries, routes, sources }) =>
        toResult({
          rule: "tls/secret-missing",
          severity: "error",
          object,
          fieldPath: ".metadata.name",
          should: `a Secret named "${object.name}" in namespace "${object.namespace}"`,
          is: `missing; ${describeDefaultCertificate(entries)}`,
          fix: "create the Secret, or look at what issues it: " +
            `kubectl get certificates,certificaterequests -n ${object.namespace}`,
          routes,
          sources,
        })
      );
  },
};
