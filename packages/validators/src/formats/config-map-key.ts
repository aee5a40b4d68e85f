import { isLongerThan } from "./byte-length.ts";
import { noProblems, type Problems, tooLong } from "./problems.ts";

const wrong = /[^-._a-zA-Z0-9]/;

/** Checks a key of a ConfigMap or Secret, which may become the name of a file. Source: apimachinery, util/validation. */
export function configMapKeyProblems(key: string): Problems {
  const problems: string[] = [];
  if (isLongerThan(key, 253)) problems.push(tooLong(253));
  if (key === "" || wrong.test(key)) problems.push('is not a valid key; use letters, digits, "-", "_" and "."');
  if (key === "." || key.startsWith("..")) problems.push('must not be "." and must not begin with ".."');
  return problems.length === 0 ? noProblems : problems;
}
