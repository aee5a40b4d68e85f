import type { Rule } from "../rule/rule.ts";
import { formatDays } from "./format-days.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

const id = "tls/certificate-not-yet-valid";

/** The certificate begins to be valid only later. */
export const tlsCertificateNotYetValid: Rule<typeof id> = {
  id,
  summary: "The certificate that an Ingress serves is not valid yet.",
  severity: "error",
  why: "Clients refuse the connection until then.",
  fix: "serve the earlier certificate until then; if the date is wrong, see the clock of whoever issued it",
  command: "kubectl describe certificates -n NAMESPACE",
  word: "cert not yet valid",
  followsFrom: { sameObject: ["tls/temporary-certificate"] },
  scope: "view",
  example: {
    given: "the certificate is valid only later",
    says: /^holds a certificate that is valid only from /,
  },
  check: (context) =>
    readableTlsSecrets(context).filter(({ facts }) => facts.notBeforeMs > context.atMs).map((
      { object, facts: { notBeforeMs }, routes, sources },
    ) => ({
      object,
      fieldPath: '.data["tls.crt"]',
      should: "a certificate that is valid now",
      is: `holds a certificate that is valid only from ${new Date(notBeforeMs).toISOString()}, in ${
        formatDays(notBeforeMs - context.atMs)
      }`,
      routes,
      sources,
    })),
};
