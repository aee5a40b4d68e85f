import type { FieldPath } from "../../field-path.ts";
import type { ValidationIssue } from "../../validation-issue.ts";
import type { Schema } from "../schema/schema.ts";
import { checkValue } from "./check-value.ts";
import { type Note, noteInto } from "./note.ts";

const mostShown = 3;

/**
 * Checks `allOf`, `anyOf`, `oneOf` and `not`. What is wrong by `allOf` is said as such; of the others there is one issue
 * for the value, which says what the nearest alternative lacks.
 *
 * Source: kube-openapi, pkg/validation/validate/schema_props.go.
 */
export function checkAlternatives(schema: Schema, value: unknown, path: FieldPath | undefined, note: Note): void {
  const { allOf, anyOf, oneOf, not } = schema;
  for (const part of allOf) checkValue(part, value, path, note);
  if (anyOf.length > 0) {
    const faults = anyOf.map((part) => faultsOf(part, value, path));
    if (faults.every(({ length }) => length > 0)) {
      note("Invalid", path, value, `The value fits none of the alternatives (anyOf)${nearest(faults)}`);
    }
  }
  if (oneOf.length > 0) {
    const faults = oneOf.map((part) => faultsOf(part, value, path));
    const count = faults.filter(({ length }) => length === 0).length;
    if (count !== 1) {
      const found = count === 0 ? "none" : String(count);
      const hint = count === 0 ? nearest(faults) : "";
      note("Invalid", path, value, `The value fits ${found} of the alternatives, not exactly one (oneOf)${hint}`);
    }
  }
  if (not !== undefined && faultsOf(not, value, path).length === 0) {
    note("Invalid", path, value, "The value is one that is excluded (not)");
  }
}

function faultsOf(schema: Schema, value: unknown, path: FieldPath | undefined): readonly ValidationIssue[] {
  const issues: ValidationIssue[] = [];
  checkValue(schema, value, path, noteInto(issues));
  return issues;
}

/** What the alternative with the fewest faults lacks. */
function nearest(faults: readonly (readonly ValidationIssue[])[]): string {
  const [first, ...rest] = faults;
  const fewest = rest.reduce((best, one) => one.length < best.length ? one : best, first ?? []);
  const parts = fewest.slice(0, mostShown).map(({ fieldPath, message }) => `${fieldPath || "the object"}: ${message}`);
  return parts.length === 0 ? "" : `. Nearest: ${parts.join("; ")}`;
}
