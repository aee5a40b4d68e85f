import { toResult } from "../rule/finding.ts";
import { formatDays } from "./format-days.ts";
import type { Rule } from "../rule/rule-context.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

/** The certificate begins to be valid only later. */
export const tlsCertificateNotYetValid: Rule = {
  id: "tls/certificate-not-yet-valid",
  summary: "The certificate that an Ingress serves is not valid yet.",
  severity: "error",
  why: "Clients refuse the connection until then.",
  fix: "Serve the earlier certificate until then, and see that the clock of whoever issued this one is right.",
  check: (context) =>
    readableTlsSecrets(context).filter(({ facts }) => facts.notBeforeMs > context.atMs).map((
      { object, facts: { notBeforeMs }, routes, sources },
    ) =>
      toResult({
        rule: "tls/certificate-not-yet-valid",
        severity: "error",
        object,
        fieldPath: '.data["tls.crt"]',
        should: "a certificate that is valid now",
        is: `valid only from ${new Date(notBeforeMs).toISOString()}, in ${formatDays(notBeforeMs - context.atMs)}`,
        fix: "serve the earlier certificate until then; if the date is wrong, see the clock of whoever issued it",
        routes,
        sources,
      })
    ),
};
