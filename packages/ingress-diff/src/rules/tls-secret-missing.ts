import { toResult } from "./finding.ts";
import type { Rule } from "./rule-context.ts";
import { tlsSecrets } from "./tls-secrets.ts";
import { unknownList } from "./unknown-list.ts";

/** `.spec.tls[].secretName` names a Secret that does not exist. An entry without a name is allowed and not judged. */
export const tlsSecretMissing: Rule = {
  id: "tls/secret-missing",
  summary: "The Secret that holds an Ingress's certificate does not exist.",
  check: (context) => {
    const secrets = tlsSecrets(context);
    const unknown = unknownList(context, "secrets", "tls/secret-missing", {
      routes: secrets.flatMap(({ routes }) => routes),
      sources: secrets.flatMap(({ sources }) => sources),
    });
    return unknown ??
      secrets.filter(({ secret }) => secret === undefined).map(({ object, routes, sources }) =>
        toResult({
          rule: "tls/secret-missing",
          severity: "error",
          object,
          fieldPath: ".metadata.name",
          should: `a Secret named "${object.name}" in namespace "${object.namespace}"`,
          is: "missing; most controllers then serve a certificate of their own",
          fix: "create the Secret, or look at what issues it: " +
            `kubectl get certificates,certificaterequests -n ${object.namespace}`,
          routes,
          sources,
        })
      );
  },
};
