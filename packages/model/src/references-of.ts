import type { Schema } from "./schema-model.ts";

/** Lists the definitions that a schema refers to, in the order of the schema; one may be listed several times. */
export function referencesOf(schema: Schema): readonly string[] {
  switch (schema.type) {
    case "ref":
      return [schema.definition];
    case "list":
      return referencesOf(schema.items);
    case "map":
      return referencesOf(schema.values);
    case "object":
      return schema.fields.flatMap((field) => referencesOf(field.schema));
    default:
      return [];
  }
}
