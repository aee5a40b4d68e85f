import { isLongerThan } from "./byte-length.ts";
import { noProblems, type Problems, tooLong } from "./problems.ts";

const good = /^(?!-)(?=[-0-9]{0,14}[a-z])(?!.{0,13}--)[-a-z0-9]{0,14}[a-z0-9]$/;

/**
 * Checks the name of a port: at most 15 of `a-z`, `0-9` and `-`, at least one letter, `-` neither first, last nor doubled.
 * Every violated rule is a problem of its own, as on the API server. Source: apimachinery, util/validation.
 */
export function portNameProblems(text: string): Problems {
  if (good.test(text)) return noProblems;
  const problems: string[] = [];
  if (isLongerThan(text, 15)) problems.push(tooLong(15));
  if (text === "" || /[^-a-z0-9]/.test(text)) problems.push('must have only lower-case letters, digits and "-"');
  if (!/[a-z]/.test(text)) problems.push("must have at least one letter from a to z");
  if (text.includes("--")) problems.push('must not contain "--"');
  if (text.startsWith("-") || text.endsWith("-")) problems.push('must not begin or end with "-"');
  return problems;
}
