import { child, type FieldPath } from "../field-path.ts";
import { type JsonObject, numberOf } from "../json-object.ts";
import { type Rule, rule } from "../runtime/rule.ts";
import { generic } from "./sources.ts";

/**
 * Reports fields of an object that hold a number below zero.
 */
export const checkNotNegative: Rule<[object: JsonObject, names: readonly string[], path: FieldPath]> = rule(
  generic,
  "ValidateNonnegativeField",
  (report, object, names, path) => {
    for (const name of names) {
      const count = numberOf(object[name]);
      if (count < 0) report("Invalid", child(path, name), count, "must not be negative");
    }
  },
);
