import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, textOf } from "../../values/json-object.ts";
import type { Report } from "../../runtime/report.ts";

/** Reports fields that must contain text and do not. */
export function needTexts(report: Report, object: JsonObject, names: readonly string[], path: FieldPath): void {
  for (const name of names) {
    if (textOf(object[name]) === "") report("Required", child(path, name), object[name], "must be set");
  }
}
