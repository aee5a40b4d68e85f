import { formatApiVersion } from "../api-version.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { ReadResult } from "../read-result.ts";
import type { Definition, Field, Schema, SchemaModel } from "../schema-model.ts";
import type { KubernetesFacts } from "./kubernetes-facts.ts";

/**
 * Adds enum values and lifecycles to a model.
 *
 * A value that the document itself gives is kept. A fact about a field that the model lacks causes a diagnostic: it is
 * expected where the facts belong to another version, and a mistake where they belong to this one.
 *
 * @returns A new model; the given one is not changed.
 */
export function applyFacts(model: SchemaModel, { enums, lifecycles }: KubernetesFacts): ReadResult {
  const unused = new Set(Object.keys(enums));
  const withEnum = (definition: Definition, field: Field): Field => {
    const place = `${definition.name}.${field.name}`;
    const values = Object.hasOwn(enums, place) ? enums[place] : undefined;
    const schema = values && narrow(field.schema, values);
    if (!schema) return field;
    unused.delete(place);
    return { ...field, schema };
  };
  const definitions = Object.values(model.definitions).map((definition): [string, Definition] => {
    const { schema } = definition;
    if (schema.type !== "object") return [definition.name, definition];
    const fields = schema.fields.map((field) => withEnum(definition, field));
    return [definition.name, { ...definition, schema: { ...schema, fields } }];
  });
  const kinds = model.kinds.map((kind) => {
    const key = `${formatApiVersion(kind)}/${kind.kind}`;
    const lifecycle = Object.hasOwn(lifecycles, key) ? lifecycles[key] : undefined;
    return lifecycle ? { ...kind, lifecycle } : kind;
  });
  return {
    model: { ...model, definitions: Object.fromEntries(definitions), kinds },
    diagnostics: [...unused].map((place): Diagnostic => ({
      code: "FACT_UNUSED",
      severity: "info",
      place,
      message: `Enum values are known for "${place}", which is not a string field of the model`,
    })),
  };
}

/** Puts enum values on a string, or on the strings in a list; `undefined` for anything else. */
function narrow(schema: Schema, values: readonly string[]): Schema | undefined {
  if (schema.type === "string") return { enum: values, ...schema };
  if (schema.type !== "list") return undefined;
  const items = narrow(schema.items, values);
  return items && { ...schema, items };
}
