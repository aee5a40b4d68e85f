import { formatValue } from "../values/format-value.ts";
import type { ValidationIssue } from "../values/validation-issue.ts";
import { makeIssue, type Problem } from "./make-issue.ts";
import type { StructureFacts } from "./structure-issue.ts";

/** The source of the structure of built-in kinds. */
export const openApi = "api/openapi-spec/swagger.json";

/** Makes an issue of a whole value, which may be anything. */
export function wholeIssue(value: unknown, problem: Problem, { source, secrets }: StructureFacts): ValidationIssue {
  return makeIssue({ type: "TypeInvalid", fieldPath: "", steps: [], value, problem, source }, secrets);
}

/**
 * Makes an issue of an `apiVersion` or `kind` that is absent, or another one than those that are allowed. An absent, `null`
 * or empty one is `Required`: the server fills it in from the URL, but kubectl and every other reader of manifests refuses
 * it.
 *
 * @param allowed None where any is right.
 * @param problem What is wrong with a text, where that is not only that it is another one.
 */
export function identityIssue(
  name: "apiVersion" | "kind",
  given: unknown,
  allowed: readonly string[],
  { source, secrets }: StructureFacts,
  problem?: string,
): ValidationIssue {
  const isAbsent = given === undefined || given === null || given === "";
  const expected = allowed.map((one) => formatValue(one)).join(" or ");
  const isText = typeof given === "string";
  return makeIssue({
    type: isAbsent ? "Required" : isText ? "NotSupported" : "TypeInvalid",
    fieldPath: name,
    steps: [name],
    value: given,
    problem: isAbsent
      ? (expected === "" ? "must be set" : `must be set to ${expected}`)
      : isText
      ? problem ?? { expected }
      : { expected: "a string" },
    allowed: allowed.length === 0 ? undefined : allowed,
    source,
  }, secrets);
}
