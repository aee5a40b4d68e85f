import type { Rule } from "../rule/rule.ts";
import type { ChainGap } from "./certificate-chain.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

const id = "tls/chain-incomplete";

/**
 * A client that knows only root certificates cannot follow, or may not follow, the chain in `tls.crt`.
 *
 * Only `ca.crt` can prove it, where it holds the missing intermediate; all else is a warning. That a certificate is
 * served alone says nothing by itself: a private authority may sign with its root.
 */
export const tlsChainIncomplete: Rule<typeof id> = {
  id,
  summary: "The chain in tls.crt does not lead from the certificate to a root.",
  severity: "warning",
  why: "Browsers often find the missing certificate elsewhere; curl, Java, Go and other servers refuse the connection.",
  fix: "append the intermediate certificates to tls.crt; most issuers offer them in a file called full chain",
  word: "cert chain incomplete",
  followsFrom: {
    sameObject: [
      "tls/temporary-certificate",
      "tls/certificate-expired",
      "tls/certificate-not-yet-valid",
      "tls/host-not-covered",
    ],
  },
  scope: "view",
  example: {
    given: "the intermediate is only in ca.crt",
    says: /^has the intermediate "Intermediate" in ca\.crt, and not in tls\.crt/,
  },
  check: (context) =>
    readableTlsSecrets(context).flatMap(({ object, facts: { chainGap }, routes, sources }) => {
      if (chainGap === undefined) return [];
      return [{
        severity: chainGap.type === "missing" ? "error" : "warning",
        object,
        fieldPath: '.data["tls.crt"]',
        should: "the certificate, then its intermediates, each one signed by the next",
        is: describe(chainGap),
        ...(chainGap.type === "order"
          ? { fix: "put the certificates into the order in which they sign each other, the server's own first" }
          : {}),
        routes,
        sources,
      }];
    }),
};

function describe({ type, name }: ChainGap): string {
  switch (type) {
    case "missing":
      return `has the intermediate "${name}" in ca.crt, and not in tls.crt, which is what clients get`;
    case "unlinked":
      return `holds no certificate of the issuer "${name}" beside its own`;
    case "alone":
      return `holds the certificate alone, without that of its issuer "${name}", which is an intermediate with most issuers`;
    case "order":
      return `has "${name}" in another place than behind the certificate that it signed`;
  }
}
