import type { Definition, Facets, Field, JsonValue, ObjectSchema, Schema } from "@kubeschema/model";
import { constraintSchema } from "./constraint-schema.ts";
import { metaPrefix } from "./meta-definitions.ts";
import type { ValidatorSchema } from "./validator-schema.ts";

/**
 * The schema that AJV compiles for a custom kind, with more keywords of our own (see `custom-keywords.ts`) and AJV's own
 * for numbers.
 */
export interface CustomSchema extends Omit<ValidatorSchema, "properties" | "items" | "mapValues" | "check"> {
  readonly properties?: Readonly<Record<string, CustomSchema>>;
  readonly items?: CustomSchema;
  readonly mapValues?: CustomSchema;
  readonly check?: string;
  /** Fields that must be present; `null` counts where the field is nullable. */
  readonly present?: readonly { readonly name: string; readonly isNullable: boolean }[];
  /** False where `null` is treated as any other value, as in a list. */
  readonly notNull?: true;
  readonly values?: { readonly allowed: readonly JsonValue[]; readonly type: string; readonly isNullable: boolean };
  readonly shortest?: number;
  readonly longest?: number;
  readonly matches?: { readonly source: string; readonly flags: string; readonly pattern: string };
  readonly formatted?: string;
  /** Items must differ: as a whole, or in these keys, which have defaults. */
  readonly distinct?: { readonly keys?: readonly string[]; readonly defaults: Readonly<Record<string, JsonValue>> };
  readonly allOf?: readonly CustomSchema[];
  readonly someOf?: readonly CustomSchema[];
  readonly exactlyOne?: readonly CustomSchema[];
  readonly noneOf?: readonly CustomSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** The schema of one definition, and the parts that the validator will not check. */
export interface ConvertedSchema {
  readonly schema: CustomSchema;
  readonly unchecked: readonly string[];
}

/**
 * Turns one definition of a custom kind into what AJV compiles, as a CustomResourceDefinition means it.
 *
 * It differs from that of built-in kinds: the server drops `null` from fields and maps unless they are nullable, and
 * refuses it in lists; it fills in defaults before it checks anything; and an object without fields keeps nothing.
 *
 * @see {@link https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting-and-nullable}
 * @throws {RangeError} If a reference names a definition that does not exist.
 */
export function toCustomSchema(
  definition: Definition,
  definitions: Readonly<Record<string, Definition>>,
): ConvertedSchema {
  const unchecked: string[] = [];
  const isKind = definition.gvks.length > 0;
  return { schema: convert(definition.schema, definition.name, false, isKind), unchecked };

  /** @param isItem Whether the value is an item of a list, where `null` is not dropped. */
  function convert(schema: Schema, at: string, isItem: boolean, isRoot = false): CustomSchema {
    const isNullable = schema.isNullable === true;
    const shape = shapeOf(schema, at, isRoot);
    return {
      ...shape,
      ...(isItem && !isNullable ? { notNull: true } : {}),
      ...facets(schema, at, isNullable),
    };
  }

  function shapeOf(schema: Schema, at: string, isRoot: boolean): CustomSchema {
    switch (schema.type) {
      case "object":
        return objectShape(schema, at, isRoot);
      case "map":
        return { type: "object", nullable: true, mapValues: convert(schema.values, `${at}{}`, false) };
      case "list":
        return {
          type: "array",
          nullable: true,
          items: convert(schema.items, `${at}[]`, true),
          ...distinctItems(schema.listType, schema.mapKeys, schema.items),
        };
      case "string":
      case "boolean":
      case "number":
        return { type: schema.type, nullable: true };
      case "integer":
        return { check: "Integer" };
      case "int-or-string":
        return { check: "IntegerOrString" };
      case "any":
        return {};
      case "ref":
        return referenceShape(schema.definition, at);
    }
  }

  function objectShape(schema: ObjectSchema, at: string, isRoot: boolean): CustomSchema {
    const embedded: readonly Field[] = schema.isEmbeddedResource
      ? ["apiVersion", "kind"].map((name) => ({ name, isRequired: true, schema: { type: "string" } }))
      : [];
    const own = schema.fields.filter(({ name }) => !embedded.some((field) => field.name === name));
    const fields = [...embedded, ...own];
    const isMetaMissing = schema.isEmbeddedResource && !fields.some(({ name }) => name === "metadata");
    if (fields.some(({ name }) => name === "__proto__")) unchecked.push(`${at}: the value of the field "__proto__"`);
    // Faults of the object's own apiVersion and kind are reported before its structure is checked.
    const identity = isRoot ? ["apiVersion", "kind"] : [];
    const present = fields
      .filter(({ name, isRequired, schema: { default: value } }) =>
        isRequired && value === undefined && !identity.includes(name)
      )
      .map(({ name, schema: { isNullable = false } }) => ({ name, isNullable }));
    return {
      type: "object",
      nullable: true,
      ...(present.length > 0 ? { present } : {}),
      properties: Object.fromEntries([
        ...fields.map((field) => [field.name, fieldSchema(field, `${at}.${field.name}`)] as const),
        ...(isMetaMissing ? [["metadata", { definition: `${metaPrefix}ObjectMeta` }] as const] : []),
      ]),
      ...(schema.preservesUnknownFields
        ? {}
        : { closed: [...fields.map(({ name }) => name), ...(isMetaMissing ? ["metadata"] : [])] }),
    };
  }

  function fieldSchema(field: Field, at: string): CustomSchema {
    const schema = convert(field.schema, at, false);
    // A CustomResourceDefinition may narrow metadata.name and generateName of its kind.
    const narrowed = field.extensions?.properties;
    if (schema.definition === undefined || narrowed === undefined) return schema;
    return { ...schema, ...constraintSchema({ properties: narrowed }, { at, definitions, report: note }) };
  }

  function referenceShape(name: string, at: string): CustomSchema {
    if (Object.hasOwn(definitions, name)) return { definition: name };
    throw new RangeError(`Cannot emit a validator for "${at}": there is no definition "${name}"`);
  }

  function facets(schema: Schema, at: string, isNullable: boolean): CustomSchema {
    const { constraints = {}, enum: allowed } = schema;
    const format = schema.type === "string" ? schema.format : undefined;
    const fragment = {
      ...constraints,
      ...(allowed === undefined ? {} : { enum: allowed }),
      ...(format === undefined ? {} : { format }),
    };
    return constraintSchema(fragment, { at, definitions, report: note, value: schema, isNullable });
  }

  function distinctItems(listType: string | undefined, mapKeys: readonly string[] = [], items: Schema): CustomSchema {
    if (listType === "set") return { distinct: { defaults: {} } };
    if (listType !== "map" || mapKeys.length === 0) return {};
    const target = items.type === "ref" ? definitions[items.definition]?.schema : items;
    const fields = target?.type === "object" ? target.fields : [];
    const defaults = fields.flatMap(({ name, schema }: { name: string; schema: Facets }) =>
      mapKeys.includes(name) && schema.default !== undefined ? [[name, schema.default] as const] : []
    );
    return { distinct: { keys: mapKeys, defaults: Object.fromEntries(defaults) } };
  }

  function note(what: string): void {
    unchecked.push(what);
  }
}
