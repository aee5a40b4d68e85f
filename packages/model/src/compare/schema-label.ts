import type { Schema } from "../schema-model.ts";

/** Writes the type of a schema in short, as Kubernetes users write it: `[]string`, `map[string]Quantity`, `int32`. */
export function schemaLabel(schema: Schema): string {
  switch (schema.type) {
    case "list":
      return `[]${schemaLabel(schema.items)}`;
    case "map":
      return `map[string]${schemaLabel(schema.values)}`;
    case "ref":
      return schema.definition;
    case "string":
    case "integer":
    case "number":
      return schema.format ?? schema.type;
    case "int-or-string":
      return "IntOrString";
    case "object":
    case "boolean":
    case "any":
      return schema.type;
  }
}
