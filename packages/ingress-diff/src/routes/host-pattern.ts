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

/**
 * The wildcard that covers a host: `*.shop.example` for `www.shop.example`. A host that is itself a wildcard, and one
 * without a dot, has none.
 *
 * @param host In lower case.
 */
export function wildcardOf(host: string): string | undefined {
  const dot = host.indexOf(".");
  return dot > 0 && host[0] !== "*" ? `*${host.slice(dot)}` : undefined;
}

/** Whether some of many patterns cover a host, as `coversHost()` says, in one step however many there are. */
export function createHostMatcher(patterns: Iterable<string>): (host: string) => boolean {
  const known = new Set<string>();
  for (const pattern of patterns) known.add(pattern.toLowerCase());
  return (host) => {
    const wanted = host.toLowerCase();
    return known.has(wanted) || known.has(wildcardOf(wanted) ?? wanted);
  };
}
