import type { FieldPath } from "../../values/field-path.ts";
import { excludedProblem, noneFitsProblem, notOneFitsProblem } from "../../runtime/facet-problems.ts";
import type { Problem } from "../../runtime/make-issue.ts";
import type { Schema } from "../schema/schema.ts";
import { type Note, pathText } from "./note.ts";

const mostShown = 3;

/** `checkValue()`, which calls what is here and is handed in, so that the two files do not import each other. */
type CheckValue = (schema: Schema, value: unknown, path: FieldPath | undefined, note: Note) => void;

/**
 * Checks `allOf`, `anyOf`, `oneOf` and `not`. Faults of `allOf` are reported as such; for the others there is one issue
 * for the value, which says what the nearest alternative requires.
 *
 * Source: kube-openapi, pkg/validation/validate/schema_props.go.
 *
 * @param checkValue Checks a value against one of the alternatives.
 */
export function checkAlternatives(
  schema: Schema,
  value: unknown,
  path: FieldPath | undefined,
  note: Note,
  checkValue: CheckValue,
): void {
  const faultsOf = (part: Schema): readonly string[] => findFaults(part, value, path, checkValue);
  const { allOf, anyOf, oneOf, not } = schema;
  for (const part of allOf) checkValue(part, value, path, note);
  if (anyOf.length > 0) {
    const faults = anyOf.map(faultsOf);
    if (faults.every(({ length }) => length > 0)) {
      note("Invalid", path, value, `${noneFitsProblem}${nearest(faults)}`);
    }
  }
  if (oneOf.length > 0) {
    const faults = oneOf.map(faultsOf);
    const count = faults.filter(({ length }) => length === 0).length;
    if (count !== 1) note("Invalid", path, value, `${notOneFitsProblem(count)}${count === 0 ? nearest(faults) : ""}`);
  }
  if (not !== undefined && faultsOf(not).length === 0) note("Invalid", path, value, excludedProblem);
}

/** Lists the faults of an alternative, each as a sentence without a value, which may be secret. */
function findFaults(
  schema: Schema,
  value: unknown,
  path: FieldPath | undefined,
  checkValue: CheckValue,
): readonly string[] {
  const faults: string[] = [];
  checkValue(schema, value, path, (_type, at, _value, problem) => {
    faults.push(`${pathText(at) || "the object"} ${withoutValue(problem)}`);
  });
  return faults;
}

function withoutValue(problem: Problem): string {
  if (typeof problem === "string") return problem;
  return "expected" in problem ? `must be ${problem.expected}` : problem.message;
}

/** Lists the faults of the alternative with the fewest. */
function nearest(faults: readonly (readonly string[])[]): string {
  const [first, ...rest] = faults;
  const fewest = rest.reduce((best, one) => one.length < best.length ? one : best, first ?? []);
  return fewest.length === 0 ? "" : `; of the nearest one, ${fewest.slice(0, mostShown).join(", ")}`;
}
