import { isJsonObject, type JsonObject } from "../../values/json-object.ts";
import type { Limits, Rule } from "./schema.ts";
import { SchemaFault } from "./schema-fault.ts";

// Keywords that the server accepts nowhere. Source: apiextensions-apiserver, pkg/apiserver/schema/validation.go and
// pkg/apis/apiextensions/validation/validation.go.
const nowhere = ["$ref", "additionalItems", "definitions", "dependencies", "deprecated", "id", "patternProperties"];
const notLogical = [
  "additionalProperties",
  "default",
  "nullable",
  "x-kubernetes-embedded-resource",
  "x-kubernetes-int-or-string",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-list-type",
  "x-kubernetes-preserve-unknown-fields",
];

/** Finds the keywords of a schema that the server refuses. */
export function forbiddenKeywords(schema: JsonObject, isLogical: boolean): readonly string[] {
  const isGiven = (name: string): boolean => {
    const value = schema[name] ?? undefined;
    return value !== undefined && value !== false && value !== "" && !(Array.isArray(value) && value.length === 0);
  };
  const names = [...nowhere, "uniqueItems", ...(isLogical ? notLogical : [])].filter(isGiven);
  return Array.isArray(schema.items) ? [...names, "items"] : names;
}

const numbers = [
  "minimum",
  "maximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
] as const;

/** Reads limits; OpenAPI v3.0 has booleans for the exclusive ones. */
export function limitsOf(schema: JsonObject, path: string): Limits {
  const limits: { -readonly [Name in keyof Limits]: Limits[Name] } = {
    isMinimumExclusive: schema.exclusiveMinimum === true,
    isMaximumExclusive: schema.exclusiveMaximum === true,
  };
  for (const name of numbers) {
    const value = schema[name] ?? undefined;
    if (value === undefined) continue;
    if (typeof value !== "number") throw new SchemaFault(`${path}.${name}`, "must be a number");
    limits[name] = value;
  }
  return limits;
}

/** Reads `x-kubernetes-validations`. */
export function readRules(value: unknown, path: string): readonly Rule[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new SchemaFault(path, "must be a list");
  return value.map((entry: unknown, index) => {
    if (!isJsonObject(entry) || typeof entry.rule !== "string" || entry.rule.trim() === "") {
      throw new SchemaFault(`${path}[${index}].rule`, "must be the text of a rule");
    }
    return {
      rule: entry.rule,
      message: textIn(entry, "message"),
      messageExpression: textIn(entry, "messageExpression"),
      reason: textIn(entry, "reason"),
      fieldPath: textIn(entry, "fieldPath"),
      isOldSelfOptional: entry.optionalOldSelf === true,
    };
  });
}

function textIn(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
