import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { Facets, JsonValue, ValidationRule } from "../schema-model.ts";
import { constraintKeywords } from "./keywords.ts";

/** Reads what narrows a schema beyond its type. The input is decoded JSON, so its values are JSON values. */
export function readFacets(source: JsonObject): Facets {
  const constraints = Object.entries(source).filter(([key]) => constraintKeywords.has(key));
  const rules = source["x-kubernetes-validations"];
  return {
    ...("default" in source ? { default: source.default as JsonValue } : {}),
    ...(Array.isArray(source.enum) ? { enum: source.enum as readonly JsonValue[] } : {}),
    ...(source.nullable === true ? { isNullable: true } : {}),
    ...(constraints.length > 0 ? { constraints: Object.fromEntries(constraints) as Record<string, JsonValue> } : {}),
    ...(Array.isArray(rules) ? { validations: rules.filter(isValidationRule) } : {}),
  };
}

function isValidationRule(value: unknown): value is ValidationRule {
  return isJsonObject(value) && typeof value.rule === "string";
}
