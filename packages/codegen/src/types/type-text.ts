import type { Field, JsonValue, ObjectSchema, Schema } from "@kubeschema/model";
import { docComment } from "./doc-comment.ts";
import { fieldTags } from "./field-tags.ts";

/** The properties that every object has in TypeScript. */
const inherited: ReadonlySet<string> = new Set(
  "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf".split(" "),
);

/** The surroundings of a schema's text: how it refers to other types, and what it allows. */
export interface TypeScope {
  /** The expression for a definition's type, which may add an import. */
  readonly reference: (definition: string) => string;
  /** Whether every object accepts fields beyond those that it declares. */
  readonly isOpen: boolean;
}

/** Writes a schema as a TypeScript type expression. */
export function typeText(schema: Schema, scope: TypeScope, indent = 0): string {
  const text = bareText(schema, scope, indent);
  return schema.isNullable ? `${text} | null` : text;
}

function bareText(schema: Schema, scope: TypeScope, indent: number): string {
  switch (schema.type) {
    case "object":
      return objectText(schema, scope, indent);
    case "map":
      return `{ [key: string]: ${typeText(schema.values, scope, indent)} }`;
    case "list": {
      const items = typeText(schema.items, scope, indent);
      return isUnion(schema.items) ? `(${items})[]` : `${items}[]`;
    }
    case "string":
      return enumText(schema.enum) ?? "string";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "int-or-string":
      return "number | string";
    case "ref":
      return scope.reference(schema.definition);
    case "any":
      // Arbitrary JSON, such as a webhook's object: the user knows more about it than we do.
      return "any";
  }
}

/** Writes fields with their doc comments, one member a line. */
export function memberLines(fields: readonly Field[], scope: TypeScope, indent: number): readonly string[] {
  const space = " ".repeat(indent);
  return fields.flatMap((field) => [
    ...docComment(field.description, indent, fieldTags(field)),
    `${space}${memberName(field.name)}${field.isRequired ? "" : "?"}: ${fieldText(field, scope, indent)};`,
  ]);
}

/**
 * Even without a field such as `constructor`, every object has the inherited one. TypeScript counts it, and would
 * refuse any object without the field.
 */
function fieldText({ name, isRequired, schema }: Field, scope: TypeScope, indent: number): string {
  const text = typeText(schema, scope, indent);
  const isInherited = !isRequired && inherited.has(name);
  return isInherited ? `${text} | globalThis.Object[${JSON.stringify(name)}]` : text;
}

/** The index signature of an object that accepts other fields too. */
export function openLines(schema: ObjectSchema, scope: TypeScope, indent: number): readonly string[] {
  return scope.isOpen || schema.preservesUnknownFields ? [`${" ".repeat(indent)}[key: string]: any;`] : [];
}

/** Writes a property name of an interface, quoted where it is not an identifier. */
export function memberName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** Later versions add values to most enums, so any string is accepted; editors still offer the known ones. */
function enumText(values: readonly JsonValue[] | undefined): string | undefined {
  const known = values?.filter((value) => typeof value === "string" && value !== "") ?? [];
  return known.length === 0 ? undefined : [...known.map((value) => JSON.stringify(value)), "(string & {})"].join(" | ");
}

function isUnion(schema: Schema): boolean {
  return schema.isNullable === true || schema.type === "int-or-string" ||
    (schema.type === "string" && enumText(schema.enum) !== undefined);
}

function objectText(schema: ObjectSchema, scope: TypeScope, indent: number): string {
  if (schema.fields.length === 0) return "{ [key: string]: any }";
  const members = [...memberLines(schema.fields, scope, indent + 2), ...openLines(schema, scope, indent + 2)];
  return ["{", ...members, `${" ".repeat(indent)}}`].join("\n");
}
