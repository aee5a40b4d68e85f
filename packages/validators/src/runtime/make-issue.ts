import { describeValue, formatValue } from "../values/format-value.ts";
import type { IssueType, ValidationIssue } from "../values/validation-issue.ts";
import { closestName } from "./closest-name.ts";
import { secrecyOf, type SecretPaths } from "./secret-paths.ts";

/**
 * What is wrong with a value: the end of a sentence that the value begins, `is longer than 63 bytes`, or what the field
 * needs, `must be set when operator is In`; or what was expected instead of the value, `a string`; or a message in the
 * words of the author of a CEL rule.
 */
export type Problem = string | { readonly expected: string } | { readonly message: string };

/** One fault as the checks find it, not yet in words. */
export interface Fault {
  readonly type: IssueType;
  readonly fieldPath: string;
  /** The names of fields, keys and indexes that lead to the value. */
  readonly steps: readonly (string | number)[];
  readonly value: unknown;
  readonly problem: Problem;
  readonly allowed?: readonly string[] | undefined;
  /** Without a part of the value. What is near to an allowed value is found here. */
  readonly suggestion?: string | undefined;
  readonly source: string;
}

/**
 * Puts a fault into words. All issues are made here, so that a value that must not be shown is left out of every
 * message, suggestion and report by one rule.
 *
 * The message stands on its own after the path of its field: `"a b" is not a label value: …`, or only the problem where
 * the value says nothing or is secret.
 *
 * @param secrets What must not be shown of objects of the kind.
 */
export function makeIssue(fault: Fault, secrets: SecretPaths | undefined): ValidationIssue {
  const { type, fieldPath, value, problem, allowed, suggestion, source } = fault;
  const isSecret = secrets !== undefined && mustNotShow(fault, secrets);
  // It is not known which parts are secret in a whole object or list that should be something else.
  const isWhole = fault.steps.length === 0 && typeof value === "object" && value !== null;
  const meant = allowed === undefined || isSecret || typeof value !== "string"
    ? undefined
    : closestName(value, allowed);
  const advice = suggestion ?? (meant === undefined ? undefined : didYouMean(meant));
  return {
    type,
    fieldPath,
    message: messageOf(type, value, problem, isSecret),
    value: isSecret || isWhole ? undefined : value,
    ...(allowed === undefined ? {} : { allowed }),
    ...(advice === undefined ? {} : { suggestion: advice }),
    source,
  };
}

/** What is wrong with a field that the schema does not have. */
export const unknownField = "is not a known field";

/** Words the name that was probably meant. */
export function didYouMean(name: string): string {
  return `did you mean ${formatValue(name)}?`;
}

function mustNotShow({ type, steps, value, problem }: Fault, secrets: SecretPaths): boolean {
  // An unknown field may be a secret one whose name has a typo.
  if (type === "Unknown") return true;
  const secrecy = secrecyOf(secrets, steps);
  // A rule for a field around secrets is about a key or a number; a value of a wrong type may be anything.
  return secrecy === "inside" || (secrecy === "around" && (typeof value === "object" || typeof problem !== "string"));
}

function messageOf(type: IssueType, value: unknown, problem: Problem, isSecret: boolean): string {
  if (typeof problem === "string") {
    return isSecret || !hasSubject(type, value, problem) ? problem : `${formatValue(value)} ${problem}`;
  }
  if ("message" in problem) return problem.message;
  return `must be ${problem.expected}, found ${isSecret ? describeType(value) : describeValue(value)}`;
}

// The path already says where lists and objects are; what must or must not be set is the field rather than its value.
function hasSubject(type: IssueType, value: unknown, problem: string): boolean {
  if (withoutSubject.has(type) || value === undefined || typeof value === "object") return false;
  return !problem.startsWith("must be set") && !problem.startsWith("must not be set");
}

const withoutSubject: ReadonlySet<IssueType> = new Set(["Required", "Forbidden", "Unknown", "TooMany"]);

function describeType(value: unknown): string {
  return typeof value === "object" ? describeValue(value) : `a ${typeof value}`;
}
