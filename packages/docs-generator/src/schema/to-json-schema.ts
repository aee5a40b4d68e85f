import type { Definition, Facets, JsonValue, Schema, SchemaModel } from "@kubeschema/model";

/** A JSON Schema, as JSON. */
export type JsonSchema = Readonly<Record<string, JsonValue>>;

/**
 * Writes every definition of a model as JSON Schema, by name, for editors and other validators.
 * Descriptions are left out: the pages have them.
 *
 * @see {@link https://json-schema.org/draft/2020-12/json-schema-core}
 */
export function toJsonSchemas(model: SchemaModel): Readonly<Record<string, JsonSchema>> {
  const gvks = new Map(model.kinds.map((kind) => [kind.definition, kind]));
  return Object.fromEntries(
    Object.values(model.definitions).map((definition) => {
      const kind = gvks.get(definition.name);
      const head: Readonly<Record<string, JsonSchema>> = kind === undefined ? {} : {
        apiVersion: { const: kind.group === "" ? kind.version : `${kind.group}/${kind.version}` },
        kind: { const: kind.kind },
      };
      return [definition.name, definitionSchema(definition, head)];
    }),
  );
}

function definitionSchema({ schema }: Definition, head: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const written = toJsonSchema(schema);
  if (schema.type !== "object" || Object.keys(head).length === 0) return written;
  const required = [
    ...new Set(["apiVersion", "kind", ...schema.fields.filter((f) => f.isRequired).map((f) => f.name)]),
  ];
  return { ...written, properties: { ...(written.properties as JsonSchema | undefined), ...head }, required };
}

function toJsonSchema(schema: Schema): JsonSchema {
  return { ...shapeOf(schema), ...facetsOf(schema) };
}

function shapeOf(schema: Schema): JsonSchema {
  switch (schema.type) {
    case "ref":
      return { $ref: `#/$defs/${schema.definition.replaceAll("~", "~0").replaceAll("/", "~1")}` };
    case "list":
      return { type: "array", items: toJsonSchema(schema.items) };
    case "map":
      return { type: "object", additionalProperties: toJsonSchema(schema.values) };
    case "object": {
      const required = schema.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
      return {
        type: "object",
        ...(schema.fields.length === 0 ? {} : {
          properties: Object.fromEntries(schema.fields.map((field) => [field.name, toJsonSchema(field.schema)])),
        }),
        ...(required.length === 0 ? {} : { required }),
      };
    }
    case "int-or-string":
      return { type: ["integer", "string"] };
    case "any":
      return {};
    case "boolean":
      return { type: "boolean" };
    default:
      // Formats such as "byte" and "int64" have no meaning in JSON Schema; they only annotate.
      return { type: schema.type, ...(schema.format === undefined ? {} : { format: schema.format }) };
  }
}

function facetsOf({ constraints, default: value, enum: values, isNullable }: Facets): JsonSchema {
  return {
    ...constraints,
    ...(values === undefined ? {} : { enum: isNullable ? [...values, null] : values }),
    ...(value === undefined ? {} : { default: value }),
  };
}
