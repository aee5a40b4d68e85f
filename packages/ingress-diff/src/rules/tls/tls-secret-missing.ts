import type { Rule } from "../rule/rule.ts";
import { unknownList } from "../rule/unknown-list.ts";
import { describeDefaultCertificate } from "./default-certificate.ts";
import { tlsSecrets } from "./tls-secrets.ts";

const id = "tls/secret-missing";

/** `.spec.tls[].secretName` names a Secret that does not exist. An entry without a name is allowed and not judged. */
export const tlsSecretMissing: Rule<typeof id> = {
  id,
  summary: "The Secret that holds an Ingress's certificate does not exist.",
  severity: "error",
  why: "The controller serves its default certificate, which clients refuse.",
  fix:
    "create the Secret in the namespace of the Ingress, or name the right one; with cert-manager, see why it has not",
  command: "kubectl describe certificates -n NAMESPACE",
  word: "cert missing",
  scope: "view",
  example: { given: "the Secret is deleted", says: /^does not exist; / },
  check: (context) => {
    const missing = tlsSecrets(context).filter(({ secret }) => secret === undefined);
    const unknown = unknownList(context, "secrets", {
      routes: missing.flatMap(({ routes }) => routes),
      sources: missing.flatMap(({ sources }) => sources),
    });
    return unknown ??
      missing.map(({ object, entries, routes, sources }) => ({
        object,
        fieldPath: ".metadata.name",
        should: `a Secret named "${object.name}" in namespace "${object.namespace}"`,
        is: `does not exist; ${describeDefaultCertificate(entries)}`,
        routes,
        sources,
      }));
  },
};
