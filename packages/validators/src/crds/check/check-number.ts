import type { FieldPath } from "../../values/field-path.ts";
import type { Schema } from "../schema/schema.ts";
import type { Note } from "./note.ts";

/**
 * Checks the size of a number. The server does not check the formats of numbers in custom objects: `int32` accepts
 * more.
 *
 * Source: kube-openapi, pkg/validation/validate/values.go.
 */
export function checkNumber(schema: Schema, value: number, path: FieldPath | undefined, note: Note): void {
  const { minimum, maximum, isMinimumExclusive, isMaximumExclusive, multipleOf } = schema.limits;
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
    note("Invalid", path, value, { expected: `a multiple of ${multipleOf}` });
  }
  if (maximum !== undefined && (isMaximumExclusive ? value >= maximum : value > maximum)) {
    note("Invalid", path, value, { expected: `a number ${isMaximumExclusive ? "<" : "<="} ${maximum}` });
  }
  if (minimum !== undefined && (isMinimumExclusive ? value <= minimum : value < minimum)) {
    note("Invalid", path, value, { expected: `a number ${isMinimumExclusive ? ">" : ">="} ${minimum}` });
  }
}

/** The server divides, and checks whether the result is whole. */
function isMultiple(value: number, factor: number): boolean {
  const quotient = factor < 1 ? (1 / factor) * value : value / factor;
  return Number.isInteger(quotient);
}
