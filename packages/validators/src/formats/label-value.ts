import { nameProblems } from "./name-problems.ts";
import { noProblems, type Problems } from "./problems.ts";

const wrong = /[^-A-Za-z0-9_.]|^(?![A-Za-z0-9])|[-_.]$/;
const isNot = 'is not a label value; use letters, digits, "-", "_" and ".", with a letter or digit at both ends';

/** Checks the value of a label: empty, or at most 63 bytes. Source: apimachinery, util/validation. */
export function labelValueProblems(text: string): Problems {
  return text === "" ? noProblems : nameProblems(text, wrong.test(text), isNot, 63);
}
