import type { FieldPath } from "../../values/field-path.ts";
import { type JsonObject, textOf } from "../../values/json-object.ts";
import { labelValueProblems } from "../../formats/label-value.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { metaV1 } from "../sources.ts";

/**
 * Keys and values of labels; both are reported on the map, as the server does.
 * Source: kubernetes, apimachinery/pkg/apis/meta/v1/validation/validation.go.
 */
export function checkLabels(outer: Report, labels: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, metaV1, "ValidateLabels");
  for (const key of Object.keys(labels)) {
    for (const problem of qualifiedNameProblems(key)) report("Invalid", path, key, problem);
    const value = textOf(labels[key]);
    for (const problem of labelValueProblems(value)) report("Invalid", path, value, problem);
  }
}
