import type { Rule } from "../rule/rule.ts";
import { tlsSecrets } from "./tls-secrets.ts";

const id = "tls/secret-type";

/** The Secret is of another type than `kubernetes.io/tls`. Most controllers look at its keys only, some do not. */
export const tlsSecretType: Rule<typeof id> = {
  id,
  summary: "The Secret that an Ingress names is not of type kubernetes.io/tls.",
  severity: "warning",
  why: "Most controllers take any Secret with the right keys; some skip it and serve their default certificate.",
  fix:
    "delete the Secret and create it again as kubernetes.io/tls, here from the files tls.crt and tls.key; the type of a Secret cannot be changed",
  command: "kubectl create secret tls NAME -n NAMESPACE --cert tls.crt --key tls.key",
  word: "wrong Secret type",
  followsFrom: { sameObject: ["tls/secret-keys"] },
  scope: "view",
  example: { given: "it is Opaque", says: /^is of type "Opaque"$/ },
  check: (context) =>
    tlsSecrets(context)
      .filter(({ secret }) => secret !== undefined && secret.type !== "" && secret.type !== "kubernetes.io/tls")
      .map(({ object, secret, routes, sources }) => ({
        object,
        fieldPath: ".type",
        should: "kubernetes.io/tls, which every controller takes",
        is: `is of type "${secret?.type ?? ""}"`,
        routes,
        sources,
      })),
};
