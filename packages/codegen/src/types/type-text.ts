import type { Field, Schema } from "@kubeschema/model";
import { docComment } from "./doc-comment.ts";

/** How a schema's text refers to other types. */
export interface TypeScope {
  /** The expression for a definition's type, which may add an import. */
  readonly reference: (definition: string) => string;
}

/** Writes a schema as a TypeScript type expression. */
export function typeText(schema: Schema, scope: TypeScope, indent = 0): string {
  switch (schema.type) {
    case "object":
      return schema.fields.length === 0 ? "{ [key: string]: any }" : objectText(schema.fields, scope, indent);
    case "map":
      return `{ [key: string]: ${typeText(schema.values, scope, indent)} }`;
    case "list": {
      const items = typeText(schema.items, scope, indent);
      return /[|&]/.test(items) && schema.items.type !== "object" ? `(${items})[]` : `${items}[]`;
    }
    case "string":
      return "string";
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
      // Foreign JSON, such as a webhook's object: the reader knows more about it than we do.
      return "any";
  }
}

/** Writes fields with their doc comments, one member a line. */
export function memberLines(fields: readonly Field[], scope: TypeScope, indent: number): readonly string[] {
  const space = " ".repeat(indent);
  return fields.flatMap((field) => [
    ...docComment(field.description, indent),
    `${space}${memberName(field.name)}${field.isRequired ? "" : "?"}: ${typeText(field.schema, scope, indent)};`,
  ]);
}

/** A property name as it stands in an interface: quoted where it is no identifier. */
export function memberName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function objectText(fields: readonly Field[], scope: TypeScope, indent: number): string {
  return ["{", ...memberLines(fields, scope, indent + 2), `${" ".repeat(indent)}}`].join("\n");
}
