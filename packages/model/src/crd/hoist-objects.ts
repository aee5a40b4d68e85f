import type { Definition, Schema } from "../schema-model.ts";

/**
 * Turns the nested objects of one schema into definitions of their own, so that a custom kind reads like a built-in
 * one: `HTTPRoute` with `HTTPRouteSpec`, `HTTPRouteSpecRules` and so on, which refer to each other by name.
 */
export class ObjectHoister {
  readonly #definitions = new Map<string, Definition>();
  readonly #reserved: ReadonlySet<string>;

  /** @param reserved The names of kinds, which are never given to a nested object. */
  constructor(reserved: readonly string[]) {
    this.#reserved = new Set(reserved);
  }

  /** All definitions found so far. */
  get definitions(): readonly Definition[] {
    return [...this.#definitions.values()];
  }

  /** Adds a definition under its own name. */
  add(definition: Definition): void {
    // The name is taken before those of the nested objects are.
    this.#definitions.set(definition.name, definition);
    const schema = this.#inside(definition.schema, definition.name);
    this.#definitions.set(definition.name, { ...definition, schema });
  }

  /** Replaces the objects inside a schema with references. */
  #inside(schema: Schema, name: string): Schema {
    switch (schema.type) {
      case "object":
        return {
          ...schema,
          fields: schema.fields.map((field) => ({
            ...field,
            schema: this.#reference(field.schema, name + namePart(field.name), field.description),
          })),
        };
      case "list":
        return { ...schema, items: this.#reference(schema.items, name, undefined) };
      case "map":
        return { ...schema, values: this.#reference(schema.values, name, undefined) };
      default:
        return schema;
    }
  }

  #reference(schema: Schema, name: string, description: string | undefined): Schema {
    if (schema.type !== "object" || schema.fields.length === 0) return this.#inside(schema, name);
    // Default and nullability belong to the place where the object is used; the rest describes the object itself.
    const { default: value, isNullable, ...own } = schema;
    const definition = this.#freeName(name);
    this.add({ name: definition, ...(description === undefined ? {} : { description }), gvks: [], schema: own });
    return {
      type: "ref",
      definition,
      ...(value === undefined ? {} : { default: value }),
      ...(isNullable === undefined ? {} : { isNullable }),
    };
  }

  #freeName(name: string): string {
    let free = name;
    for (let count = 2; this.#definitions.has(free) || this.#reserved.has(free); count++) free = `${name}${count}`;
    return free;
  }
}

function namePart(field: string): string {
  const words = field.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("") || "_";
}
