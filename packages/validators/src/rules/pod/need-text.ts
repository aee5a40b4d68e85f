import { child, type FieldPath } from "../../field-path.ts";
import { type JsonObject, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";

/** Reports fields that must hold text and do not. */
export function needTexts(object: JsonObject, names: readonly string[], path: FieldPath, report: Report): void {
  for (const name of names) {
    if (textOf(object[name]) === "") report("Required", child(path, name), object[name], "must not be empty");
  }
}
