// Those of ASCII; Go allows the others of Unicode in a URI.
const control = /(?=\p{ASCII})\p{Cc}/u;
const badEscape = /%(?![0-9a-fA-F]{2})/;

/**
 * Tells whether a text is a URI of a request as Go reads it: an absolute URI, or a path from the root.
 *
 * Source: Go's net/url, ParseRequestURI.
 */
export function isRequestUri(text: string): boolean {
  if (text === "" || control.test(text)) return false;
  if (text === "*") return true;
  const [, scheme] = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text) ?? [];
  if (scheme === undefined && text.startsWith(":")) return false;
  const afterScheme = scheme === undefined ? text : text.slice(scheme.length + 1);
  const [rest = ""] = afterScheme.split("?", 1);
  if (!rest.startsWith("/")) return scheme !== undefined;
  if (scheme === undefined || !rest.startsWith("//")) return !badEscape.test(rest);
  const end = rest.indexOf("/", 2);
  const [authority, path] = end === -1 ? [rest.slice(2), ""] : [rest.slice(2, end), rest.slice(end)];
  return isAuthority(authority) && !badEscape.test(path);
}

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf("@");
  const user = authority.slice(0, Math.max(at, 0));
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user) || badEscape.test(user)) return false;
  const host = authority.slice(at + 1);
  if (host.startsWith("[")) {
    const close = host.lastIndexOf("]");
    return close !== -1 && isPort(host.slice(close + 1)) && isHost(host.slice(0, close + 1));
  }
  const colon = host.lastIndexOf(":");
  return isHost(host) && (colon === -1 || isPort(host.slice(colon)));
}

function isPort(text: string): boolean {
  return /^(?::\d*)?$/.test(text);
}

// In a host only bytes beyond ASCII may be escaped, and the percent sign of a zone.
function isHost(text: string): boolean {
  return !/%(?![89a-fA-F][0-9a-fA-F]|25)/.test(text) &&
    !/[^A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"%\u0080-\u{10ffff}]/u.test(text);
}
