import type { X509Certificate } from "node:crypto";

/** Why a client that knows only root certificates may not get from the served certificate to one of them. */
export interface ChainGap {
  /**
   * - `missing`: the issuer is not served although `ca.crt` shows that it is an intermediate.
   * - `unlinked`: other certificates are served, and none of them is the issuer.
   * - `alone`: the certificate is served alone, and says where its issuer's certificate is to be had.
   * - `order`: the chain is there, in an order that not every client follows.
   */
  readonly type: "missing" | "unlinked" | "alone" | "order";
  /** The subject of the missing certificate, or of the one in the wrong place. */
  readonly name: string;
}

/**
 * Looks for a gap between a served certificate and a root.
 *
 * A root need not be served. So a certificate that is served alone may well be complete: a private authority often
 * signs with its root, and nothing but `ca.crt` or the certificate's own words can tell. A self-signed one has no
 * chain.
 *
 * @param served The certificates in `tls.crt`, in their order; the first is the one that is served.
 * @param authorities Those in `ca.crt`, read only if needed. It may also contain authorities for client certificates,
 * so that the issuer is not among them proves nothing.
 * @see {@link https://www.rfc-editor.org/rfc/rfc8446#section-4.4.2}
 */
export function findChainGap(
  served: readonly X509Certificate[],
  authorities: () => readonly X509Certificate[],
): ChainGap | undefined {
  const [leaf, ...others] = served;
  if (leaf === undefined || isSelfSigned(leaf)) return undefined;
  const left = new Set(others);
  let top = leaf;
  let misplaced: X509Certificate | undefined;
  while (!isSelfSigned(top)) {
    const subject = top;
    const issuer = [...left].find((candidate) => subject.checkIssued(candidate));
    if (issuer === undefined) break;
    if (issuer !== served[served.indexOf(top) + 1]) misplaced ??= issuer;
    left.delete(issuer);
    top = issuer;
  }
  if (!isSelfSigned(top)) {
    const issuer = authorities().find((candidate) => top.checkIssued(candidate));
    if (issuer !== undefined && !isSelfSigned(issuer)) return { type: "missing", name: nameOf(issuer.subject) };
    if (issuer === undefined && top === leaf) {
      if (left.size > 0) return { type: "unlinked", name: nameOf(leaf.issuer) };
      if (leaf.infoAccess?.includes("CA Issuers") === true) return { type: "alone", name: nameOf(leaf.issuer) };
    }
  }
  return misplaced === undefined ? undefined : { type: "order", name: nameOf(misplaced.subject) };
}

function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer;
}

/** The common name, else the whole name on one line. */
function nameOf(distinguishedName: string): string {
  const parts = (distinguishedName ?? "").split("\n");
  return parts.find((part) => part.startsWith("CN="))?.slice("CN=".length) ?? parts.join(", ");
}
