/**
 * Whether a pattern covers a host, as RFC 6125 says: `*` is the whole left-most label and stands for exactly one.
 * A host that is itself a wildcard is covered by the same wildcard only.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6125#section-6.4.3}
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { coversHost } from "@kubeschema/ingress-diff";
 * assert.equal(coversHost("*.shop.example", "www.shop.example"), true);
 * assert.equal(coversHost("*.shop.example", "a.www.shop.example"), false);
 * assert.equal(coversHost("*.shop.example", "shop.example"), false);
 * ```
 */
export function coversHost(pattern: string, host: string): boolean {
  const wanted = host.toLowerCase();
  const given = pattern.toLowerCase();
  if (given === wanted) return true;
  if (!given.startsWith("*.")) return false;
  const dot = wanted.indexOf(".");
  return dot > 0 && wanted[0] !== "*" && wanted.slice(dot) === given.slice(1);
}
