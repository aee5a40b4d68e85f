import type { FieldPath } from "../../values/field-path.ts";
import { isInt64 } from "../../runtime/is-integer.ts";
import type { Schema, SchemaType } from "../schema/schema.ts";
import type { Note } from "./note.ts";

const expectations: Readonly<Record<SchemaType, string>> = {
  object: "an object",
  array: "a list",
  string: "a string",
  integer: "a whole number of 64 bits",
  number: "a number",
  boolean: "true or false",
};

/** Checks that a value has the type that its schema requires; false if it does not. */
export function checkType(schema: Schema, value: unknown, path: FieldPath | undefined, note: Note): boolean {
  if (fits(schema, value)) return true;
  const expected = schema.type === undefined ? "a string or a whole number" : expectations[schema.type];
  // A number or a boolean in the place of text is most often text that YAML read as something else.
  const isUnquoted = schema.type === "string" && (typeof value === "number" || typeof value === "boolean");
  note("TypeInvalid", path, value, { expected }, isUnquoted ? { suggestion: "quote it" } : {});
  return false;
}

function fits({ type, isNullable, isIntOrString, format }: Schema, value: unknown): boolean {
  if (type === undefined && !isIntOrString) return true;
  if (value === null) return isNullable;
  if (isIntOrString) return typeof value === "string" || isInt64(value);
  // The server does not check the type of text and lists if the schema names a format that is not for numbers.
  // Source: kube-openapi, pkg/validation/validate/type.go.
  const isLoose = format !== undefined && type !== "integer" && type !== "number";
  if (isLoose && (typeof value === "string" || Array.isArray(value))) return true;
  switch (type) {
    case "object":
      return typeof value === "object" && !Array.isArray(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return isInt64(value);
    default:
      return typeof value === type;
  }
}
