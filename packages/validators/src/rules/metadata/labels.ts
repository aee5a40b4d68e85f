import type { FieldPath } from "../../field-path.ts";
import { type JsonObject, textOf } from "../../json-object.ts";
import { labelValueProblems } from "../../formats/label-value.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import type { Report } from "../../runtime/rules.ts";

/**
 * Keys and values of labels; both are reported on the map, as the server does.
 * Source: kubernetes, apimachinery/pkg/apis/meta/v1/validation/validation.go.
 */
export function checkLabels(labels: JsonObject, path: FieldPath, report: Report): void {
  for (const key of Object.keys(labels)) {
    for (const problem of qualifiedNameProblems(key)) report("Invalid", path, key, problem);
    const value = textOf(labels[key]);
    for (const problem of labelValueProblems(value)) report("Invalid", path, value, problem);
  }
}
