import type { FieldPath } from "../../values/field-path.ts";
import { fieldIn, itemIn, type Note } from "./note.ts";

/**
 * Copies a value as JSON represents it, so that later steps may change it: fields that are `undefined` are left out.
 * What JSON cannot represent, such as `NaN`, a function or a bigint, is noted. The value must not contain itself or
 * nest too deeply.
 */
export function decodeJson(value: unknown, path: FieldPath | undefined, note: Note): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return value;
      break;
    case "object": {
      if (value === null) return null;
      // Holes read as undefined, and those as null, as JSON.stringify() has it.
      if (Array.isArray(value)) {
        return Array.from(
          value,
          (item: unknown, index) => item === undefined ? null : decodeJson(item, itemIn(path, index), note),
        );
      }
      const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
      // Object.fromEntries() defines "__proto__" as a field like any other.
      return Object.fromEntries(entries.map(([name, inner]) => [name, decodeJson(inner, fieldIn(path, name), note)]));
    }
    default:
  }
  note("TypeInvalid", path, value, { expected: "a value of JSON" });
  return null;
}
