import { child, type FieldPath } from "../values/field-path.ts";
import { type JsonObject, numberOf } from "../values/json-object.ts";
import { type Report, reportFrom } from "../runtime/report.ts";
import { generic } from "./sources.ts";

/**
 * Reports fields of an object that hold a number below zero.
 */
export function checkNotNegative(outer: Report, object: JsonObject, names: readonly string[], path: FieldPath): void {
  const report = reportFrom(outer, generic, "ValidateNonnegativeField");
  for (const name of names) {
    const count = numberOf(object[name]);
    if (count < 0) report("Invalid", child(path, name), count, "must not be negative");
  }
}
