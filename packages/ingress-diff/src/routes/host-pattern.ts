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

/**
 * Tells whether some of many patterns cover a host, in one step however many there are.
 *
 * As RFC 6125 says, `*` is the whole left-most label and matches exactly one. A host that is itself a wildcard is
 * covered by the same wildcard only.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6125#section-6.4.3}
 */
export function createHostMatcher(patterns: Iterable<string>): (host: string) => boolean {
  const known = new Set<string>();
  for (const pattern of patterns) known.add(pattern.toLowerCase());
  return (host) => {
    const wanted = host.toLowerCase();
    return known.has(wanted) || known.has(wildcardOf(wanted) ?? wanted);
  };
}
