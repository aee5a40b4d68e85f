import type { ChainGap } from "./certificate-chain.ts";
import { toResult } from "../rule/finding.ts";
import type { Rule } from "../rule/rule-context.ts";
import { readableTlsSecrets } from "./tls-secrets.ts";

/**
 * A client that knows only root certificates cannot follow, or may not follow, the chain in `tls.crt`.
 *
 * Only `ca.crt` can prove it, where it holds the missing intermediate; all else is a warning. That a certificate is
 * served alone says nothing by itself: a private authority may sign with its root.
 */
export const tlsChainIncomplete: Rule = {
  id: "tls/chain-incomplete",
  summary: "The chain in tls.crt does not lead from the certificate to a root.",
  severity: "warning",
  why: "Browsers often find the missing certificate elsewhere; curl, Java, Go and other servers refuse the connection.",
  fix: "Put the intermediate certificates behind the certificate in tls.crt, each one signed by the next.",
  check: (context) =>
    readableTlsSecrets(context).flatMap(({ object, facts: { chainGap }, routes, sources }) => {
      if (chainGap === undefined) return [];
      return [toResult({
        rule: "tls/chain-incomplete",
        severity: chainGap.type === "missing" ? "error" : "warning",
        object,
        fieldPath: '.data["tls.crt"]',
        should: "the certificate, then its intermediates, each one signed by the next",
        is: describe(chainGap),
        fix: chainGap.type === "order"
          ? "put the certificates into the order in which they sign each other, the server's own first"
          : "append the intermediate certificates that came with it; most issuers offer a file called full chain",
        routes,
        sources,
      })];
    }),
};

function describe({ type, name }: ChainGap): string {
  switch (type) {
    case "missing":
      return `the intermediate "${name}" is in ca.crt, and not in tls.crt, which is what clients get`;
    case "unlinked":
      return `none of the certificates in it is that of its issuer "${name}"`;
    case "alone":
      return `the certificate is alone; its issuer "${name}" is not in it, and is an intermediate with most issuers`;
    case "order":
      return `"${name}" is not where it belongs: behind the certificate that it signed`;
  }
}
