import type { Field, JsonValue, Schema, SchemaModel } from "@kubeschema/model";
import { innermostSchema, resolveSchema } from "./definitions.ts";
import { readTextFacts } from "./text-facts.ts";

/** The facts that narrow a field, each with its source: the schema, or only the description. */
export interface FieldFacts {
  readonly values?: Sourced<readonly JsonValue[]>;
  readonly default?: Sourced<JsonValue>;
  readonly immutable?: Sourced<true>;
  readonly isDeprecated?: true;
  /** JSON Schema keywords such as `maxLength`, in the order of the source. */
  readonly constraints?: Readonly<Record<string, JsonValue>>;
  /** CEL rules with the message of each. */
  readonly rules?: readonly { readonly rule: string; readonly message?: string }[];
}

/** A fact, and whether the schema states it or only the text. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: "schema" | "text";
}

/** Collects what is known about the values of a field. */
export function fieldFacts(model: SchemaModel, field: Field): FieldFacts {
  const facets: readonly Schema[] = [field.schema, resolveSchema(model, field.schema)];
  const inner = innermostSchema(field.schema);
  const text = readTextFacts(field.description ?? "");
  const values = inner.enum ?? resolveSchema(model, inner).enum;
  const given = facets.find((schema) => schema.default !== undefined)?.default;
  const rules = facets[0] === facets[1]
    ? facets[0]?.validations
    : facets.flatMap(({ validations = [] }) => validations);
  const constraints = Object.assign({}, ...facets.map((schema) => schema.constraints ?? {}));
  const isFixed = rules?.some(({ rule }) => /^\s*(?:self\s*==\s*oldSelf|oldSelf\s*==\s*self)\s*$/.test(rule));
  return {
    ...sourced("values", values, text.values),
    ...sourced("default", given, text.default),
    ...sourced("immutable", isFixed ? true : undefined, text.isImmutable || undefined),
    ...(text.isDeprecated ? { isDeprecated: true } : {}),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
    ...(rules === undefined || rules.length === 0 ? {} : {
      rules: rules.map(({ rule, message }) => ({ rule, ...(message === undefined ? {} : { message }) })),
    }),
  };
}

function sourced<K extends string>(key: K, schema: unknown, text: unknown): Record<string, unknown> {
  if (schema !== undefined) return { [key]: { value: schema, source: "schema" } };
  return text === undefined ? {} : { [key]: { value: text, source: "text" } };
}
