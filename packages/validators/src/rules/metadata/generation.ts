import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, numberOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { objectMeta } from "../sources.ts";

const path: FieldPath = child(field("metadata"), "generation");

/**
 * A generation is not negative. Only for kinds whose generation the server does not set to 1 on create.
 * Source: kubernetes, apimachinery/pkg/api/validation/objectmeta.go.
 */
export function checkGeneration(outer: Report, object: JsonObject): void {
  const report = reportFrom(outer, objectMeta, "ValidateObjectMeta");
  const generation = numberOf(asObject(object.metadata).generation);
  if (generation < 0) report("Invalid", path, generation, "must not be negative");
}
