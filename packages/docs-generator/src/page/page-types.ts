import type { Schema, SchemaModel } from "@kubeschema/model";
import { resolveSchema } from "./definitions.ts";
import type { BaseType, PageType } from "./page.ts";
import { shortName } from "./short-name.ts";

/**
 * Determines the type of a schema.
 *
 * @param targetOf The id of the place that describes a definition, if there is one to link to.
 */
export function toPageType(
  model: SchemaModel,
  schema: Schema,
  targetOf: (definition: string) => string | undefined,
): PageType {
  switch (schema.type) {
    case "ref": {
      const target = targetOf(schema.definition);
      return {
        type: "named",
        name: shortName(schema.definition),
        definition: schema.definition,
        base: toBaseType(model, schema),
        ...(target === undefined ? {} : { target }),
      };
    }
    case "list":
      return { type: "list", items: toPageType(model, schema.items, targetOf) };
    case "map":
      return { type: "map", values: toPageType(model, schema.values, targetOf) };
    case "object":
      return { type: "object" };
    default:
      return schema;
  }
}

/** Determines the JSON type of a schema's values, without its parts. */
export function toBaseType(model: SchemaModel, schema: Schema): BaseType {
  const resolved = resolveSchema(model, schema);
  switch (resolved.type) {
    case "object":
    case "list":
    case "map":
      return { type: resolved.type };
    default:
      return resolved;
  }
}
