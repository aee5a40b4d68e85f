import type { Rule } from "../rule/rule.ts";
import { formatDate, formatDays } from "./format-days.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

const id = "tls/certificate-expired";

/** The certificate that a Secret serves, the first in `tls.crt`, is past its end. */
export const tlsCertificateExpired: Rule<typeof id> = {
  id,
  summary: "The certificate that an Ingress serves has expired.",
  severity: "error",
  why: "Clients refuse the connection.",
  fix: "renew the certificate and write it to the Secret; with cert-manager, see why it has not",
  command: "kubectl describe certificates -n NAMESPACE",
  word: "cert expired",
  // A certificate is replaced as a whole: a new one has another end.
  followsFrom: { sameObject: ["tls/temporary-certificate"] },
  scope: "view",
  example: {
    given: "the certificate has expired",
    says: /^holds a certificate that expired \d+ days? ago, on /,
  },
  check: (context) =>
    readableTlsSecrets(context).filter(({ facts }) => facts.notAfterMs < context.atMs).map((
      { object, facts, routes, sources },
    ) => ({
      object,
      fieldPath: '.data["tls.crt"]',
      should: "a certificate that is valid now",
      is: `holds a certificate that expired ${formatDays(context.atMs - facts.notAfterMs)} ago, on ${
        formatDate(facts.notAfterMs)
      }`,
      routes,
      sources,
    })),
};
