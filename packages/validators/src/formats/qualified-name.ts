import { dns1123SubdomainProblems } from "./dns-1123-subdomain.ts";
import { nameProblems } from "./name-problems.ts";
import { noProblems, type Problems } from "./problems.ts";

const wrong = /[^-A-Za-z0-9_.]|^(?![A-Za-z0-9])|[-_.]$/;
const isNot =
  'has a name part that is not valid; use letters, digits, "-", "_" and ".", with a letter or digit at both ends';
const hasSlashes = 'has more than one "/"; write prefix/name, or only a name';
const hasNoPrefix = 'has nothing before "/"';
const hasNoName = "has an empty name part";

/**
 * Checks a qualified name: an optional subdomain and `/`, then a name of at most 63 bytes. Label keys, annotation keys and
 * finalizers have this form. Source: apimachinery, util/validation.
 *
 * @returns As many problems as the API server reports errors: two for an empty name, three for `/`.
 */
export function qualifiedNameProblems(text: string): Problems {
  const slash = text.indexOf("/");
  if (slash === -1) return namePartProblems(text);
  if (text.indexOf("/", slash + 1) !== -1) return [hasSlashes];
  const prefix = text.slice(0, slash);
  const prefixProblems = prefix === "" ? [hasNoPrefix] : dns1123SubdomainProblems(prefix).map(ofPrefix);
  const nameProblems = namePartProblems(text.slice(slash + 1));
  return prefixProblems.length === 0 ? nameProblems : [...prefixProblems, ...nameProblems];
}

function namePartProblems(name: string): Problems {
  if (name === "") return [hasNoName, isNot];
  const problems = nameProblems(name, wrong.test(name), isNot, 63);
  return problems.length === 0 ? noProblems : problems;
}

function ofPrefix(problem: string): string {
  return `has a prefix that ${problem}`;
}
