import { nameProblems } from "./name-problems.ts";
import type { Problems } from "./problems.ts";

const isNot =
  'is not a DNS-1123 subdomain; use lower-case letters, digits, "-" and ".", with a letter or digit at both ends of every part';
const [dash, dot] = [0x2d, 0x2e];

/**
 * Checks a DNS-1123 subdomain of at most 253 bytes, the form of most names and hosts. Its parts have no limit of their own.
 * Source: apimachinery, util/validation.
 */
export function dns1123SubdomainProblems(text: string): Problems {
  return nameProblems(text, !isDns1123Subdomain(text), isNot, 253);
}

/** Tells whether a text has the form of a subdomain, whatever its length. */
export function isDns1123Subdomain(text: string): boolean {
  // Asked of nearly every name, and faster than a pattern on texts as short as these.
  let before = dot;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isLetterOrDigit = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    if (!isLetterOrDigit) {
      // Neither begins a part, and a dash does not end one.
      if (before === dot || (code === dot ? before === dash : code !== dash)) return false;
    }
    before = code;
  }
  return before !== dot && before !== dash;
}
