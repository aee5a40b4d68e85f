import { toResult } from "../rule/finding.ts";
import type { Rule } from "../rule/rule-context.ts";
import { tlsSecrets } from "./tls-secrets.ts";

/** The Secret is of another type than `kubernetes.io/tls`. Most controllers look at its keys only, some do not. */
export const tlsSecretType: Rule = {
  id: "tls/secret-type",
  summary: "The Secret that an Ingress names is not of type kubernetes.io/tls.",
  severity: "warning",
  why: "Most controllers take any Secret with the right keys; some pass it over and serve their default certificate.",
  fix: "Create it again as kubernetes.io/tls; the type of a Secret cannot be changed.",
  check: (context) =>
    tlsSecrets(context)
      .filter(({ secret }) => secret !== undefined && secret.type !== "" && secret.type !== "kubernetes.io/tls")
      .map(({ object, secret, routes, sources }) =>
        toResult({
          rule: "tls/secret-type",
          severity: "warning",
          object,
          fieldPath: ".type",
          should: "kubernetes.io/tls, which every controller takes",
          is: secret?.type ?? "",
          fix:
            `create it again: kubectl create secret tls ${object.name} -n ${object.namespace} --cert FILE --key FILE; ` +
            "the type of a Secret cannot be changed",
          routes,
          sources,
        })
      ),
};
