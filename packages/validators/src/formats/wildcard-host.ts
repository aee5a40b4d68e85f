import { isDns1123Subdomain } from "./dns-1123-subdomain.ts";
import { nameProblems } from "./name-problems.ts";
import type { Problems } from "./problems.ts";

const isNot = 'is not a wildcard host; write "*." and a DNS-1123 subdomain';

/** Checks `*.` and a subdomain, 253 bytes at most in all. Source: apimachinery, util/validation. */
export function wildcardHostProblems(text: string): Problems {
  const isWildcard = text.startsWith("*.") && isDns1123Subdomain(text.slice(2));
  return nameProblems(text, !isWildcard, isNot, 253);
}
