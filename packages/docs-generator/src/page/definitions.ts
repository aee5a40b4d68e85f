import type { Definition, Schema, SchemaModel } from "@kubeschema/model";

/** Looks a definition up by name; a name such as `constructor` finds nothing. */
export function findDefinition(model: SchemaModel, name: string): Definition | undefined {
  return Object.hasOwn(model.definitions, name) ? model.definitions[name] : undefined;
}

/** Follows references to a schema that is not one; circular and dangling references count as any value. */
export function resolveSchema(model: SchemaModel, schema: Schema): Exclude<Schema, { type: "ref" }> {
  const seen = new Set<string>();
  let current = schema;
  while (current.type === "ref") {
    if (seen.has(current.definition)) return { type: "any" };
    seen.add(current.definition);
    current = findDefinition(model, current.definition)?.schema ?? { type: "any" };
  }
  return current;
}

/** Removes the lists and maps around a schema. */
export function innermostSchema(schema: Schema): Schema {
  let current = schema;
  while (current.type === "list" || current.type === "map") {
    current = current.type === "list" ? current.items : current.values;
  }
  return current;
}
