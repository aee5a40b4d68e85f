import { nameProblems } from "./name-problems.ts";
import type { Problems } from "./problems.ts";

const wrong = /[^-a-z0-9]|^(?![a-z0-9])|-$/;
const isNot = 'is not a DNS-1123 label; use lower-case letters, digits and "-", with a letter or digit at both ends';

/** Checks a DNS-1123 label of at most 63 bytes, such as a namespace. Source: apimachinery, util/validation. */
export function dns1123LabelProblems(text: string): Problems {
  return nameProblems(text, wrong.test(text), isNot, 63);
}
