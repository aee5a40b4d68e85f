import { child, type FieldPath } from "../field-path.ts";
import { type JsonObject, numberOf } from "../json-object.ts";
import type { Report } from "../runtime/rules.ts";

/**
 * Reports fields of an object that hold a number below zero.
 * Source: kubernetes, apimachinery/pkg/api/validation/generic.go, ValidateNonnegativeField.
 */
export function checkNotNegative(
  object: JsonObject,
  names: readonly string[],
  path: FieldPath,
  report: Report,
): void {
  for (const name of names) {
    const count = numberOf(object[name]);
    if (count < 0) report("Invalid", child(path, name), count, "is negative");
  }
}
