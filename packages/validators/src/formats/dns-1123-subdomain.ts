import { nameProblems } from "./name-problems.ts";
import type { Problems } from "./problems.ts";

const wrong = /[^-a-z0-9.]|(?:^|\.)(?![a-z0-9])|-(?![-a-z0-9])/;
const isNot =
  'is not a DNS-1123 subdomain: lower-case letters, digits, "-" and ".", with a letter or digit at both ends of every part';

/**
 * Checks a DNS-1123 subdomain of at most 253 bytes, the form of most names and hosts. Its parts have no limit of their own.
 * Source: apimachinery, util/validation.
 */
export function dns1123SubdomainProblems(text: string): Problems {
  return nameProblems(text, !isDns1123Subdomain(text), isNot, 253);
}

/** Tells whether a text has the form of a subdomain, whatever its length. */
export function isDns1123Subdomain(text: string): boolean {
  return !wrong.test(text);
}
