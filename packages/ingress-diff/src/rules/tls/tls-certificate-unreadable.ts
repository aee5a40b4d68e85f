import type { Fault } from "../rule/fault.ts";
import { fillCommand } from "../rule/fill-command.ts";
import type { Rule } from "../rule/rule.ts";
import { describeDefaultCertificate } from "./default-certificate.ts";
import { type TlsSecret, tlsSecrets } from "./tls-secrets.ts";

const id = "tls/certificate-unreadable";

/**
 * `tls.crt` holds no certificate that can be read. The API server accepts any text there, and none.
 *
 * A certificate that was not read, or was taken out of a snapshot, is not called fine either: it could not be checked.
 */
export const tlsCertificateUnreadable: Rule<typeof id> = {
  id,
  summary: "The Secret that an Ingress names holds no certificate that can be read.",
  severity: "error",
  why: "The controller serves its default certificate, which clients refuse.",
  fix: "write PEM certificates to tls.crt; with cert-manager, see why it has not",
  command: "kubectl describe certificates -n NAMESPACE",
  word: "cert unreadable",
  followsFrom: { sameObject: ["tls/secret-keys"] },
  scope: "view",
  example: {
    given: "tls.crt holds something else",
    says: /^holds no PEM certificate in tls\.crt; /,
  },
  check: (context) => tlsSecrets(context).flatMap(checkSecret),
};

function checkSecret({ object, facts, entries, routes, sources }: TlsSecret): readonly Fault[] {
  const common = {
    object,
    fieldPath: '.data["tls.crt"]',
    routes,
    sources,
  };
  if (facts?.state === "unreadable") {
    return [{
      ...common,
      should: "PEM certificates in tls.crt",
      is: `${facts.reason}; ${describeDefaultCertificate(entries)}`,
    }];
  }
  if (facts?.state !== "unknown") return [];
  return [{
    ...common,
    severity: "warning",
    outcome: "unknown",
    detail: "unknown",
    should: "a certificate, to see its end and its names",
    is: `could not be checked: ${facts.reason}`,
    fix: "look at the certificate in the cluster",
    command: fillCommand("kubectl get secret NAME -n NAMESPACE -o jsonpath='{.data.tls\\.crt}'", object),
  }];
}
