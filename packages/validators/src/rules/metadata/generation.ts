import { child, field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, numberOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";

const path: FieldPath = child(field("metadata"), "generation");

/**
 * A generation is not negative. Only for kinds whose generation the server does not set to 1 on create.
 * Source: kubernetes, apimachinery/pkg/api/validation/objectmeta.go.
 */
export function checkGeneration(object: JsonObject, report: Report): void {
  const generation = numberOf(asObject(object.metadata).generation);
  if (generation < 0) report("Invalid", path, generation, "is negative");
}
