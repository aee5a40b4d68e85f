import type { Definition, ObjectSchema, Schema, StringSchema } from "@kubeschema/model";
import { type Choice, enumChoice } from "./enum-choice.ts";
import { isUnasked } from "./unasked-fields.ts";

/** The names of the runtime's format checks; each is a function of the runtime module, named `is…`. */
export type CheckName = "Int32" | "Int64" | "Integer" | "IntOrString" | "Quantity" | "Time" | "MicroTime" | "Byte";

/**
 * The schema that AJV compiles: plain JSON Schema keywords plus five of our own (see `validator-keywords.ts`).
 * Descriptions are left out, since the emitted code would carry them.
 */
export interface ValidatorSchema {
  readonly type?: "object" | "array" | "string" | "boolean" | "number";
  /** Kubernetes reads `null` as absent everywhere. */
  readonly nullable?: true;
  readonly properties?: Readonly<Record<string, ValidatorSchema>>;
  readonly required?: readonly string[];
  readonly items?: ValidatorSchema;
  /** Our keyword: the names of the fields; any other is unknown. */
  readonly closed?: readonly string[];
  /** Our keyword: the schema of each value of a map. */
  readonly mapValues?: ValidatorSchema;
  /** Our keyword: the name of a definition whose module is called. */
  readonly definition?: string;
  /** Our keyword: a format that the runtime checks, type included. */
  readonly check?: CheckName;
  /** Our keyword: the values that the server accepts. */
  readonly choice?: Choice;
}

// What the OpenAPI says about these is not what the server decodes. A MicroTime is a "date-time" with exactly six
// decimals; the other two are an "object" there, but the server keeps whatever JSON they contain.
const exceptions: Readonly<Record<string, ValidatorSchema>> = {
  "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": { check: "MicroTime" },
  "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1": {},
  "io.k8s.apimachinery.pkg.runtime.RawExtension": {},
};

/**
 * Turns one definition's schema into what AJV compiles.
 *
 * A reference to a definition that is not an object (Quantity, Time, IntOrString, any JSON) is inlined, so that only
 * objects, maps and lists become modules.
 *
 * @param definition The definition to convert.
 * @param definitions All definitions of the model, to look up references.
 * @throws {RangeError} If a reference names a definition that does not exist.
 */
export function toValidatorSchema(
  definition: Definition,
  definitions: Readonly<Record<string, Definition>>,
): ValidatorSchema {
  return convert(definition.schema, definition.name);

  function convert(schema: Schema, at: string): ValidatorSchema {
    switch (schema.type) {
      case "object":
        return convertObject(schema, at);
      case "map":
        return { type: "object", nullable: true, mapValues: convert(schema.values, `${at}{}`) };
      case "list":
        return { type: "array", nullable: true, items: convert(schema.items, `${at}[]`) };
      case "string":
        return convertString(schema, at);
      case "integer":
        return { check: schema.format === "int32" ? "Int32" : schema.format === "int64" ? "Int64" : "Integer" };
      case "int-or-string":
        return { check: "IntOrString" };
      case "number":
        return { type: "number", nullable: true };
      case "boolean":
        return { type: "boolean", nullable: true };
      case "any":
        return {};
      case "ref":
        return convertReference(schema.definition, at);
    }
  }

  function convertObject(schema: ObjectSchema, at: string): ValidatorSchema {
    // An object that declares no fields may contain anything: RawExtension, FieldsV1, an empty marker struct.
    if (schema.fields.length === 0) return { type: "object", nullable: true };
    // fromEntries defines own properties, so that a field named __proto__ stays a field.
    const properties = Object.fromEntries(
      schema.fields.map((field) => [field.name, convert(field.schema, `${at}.${field.name}`)]),
    );
    const required = schema.fields.filter(({ name, isRequired }) => isRequired && !isUnasked(`${at}.${name}`)).map(
      ({ name }) => name,
    );
    return {
      type: "object",
      nullable: true,
      ...(required.length > 0 ? { required } : {}),
      properties,
      closed: schema.fields.map((field) => field.name),
    };
  }

  function convertReference(name: string, at: string): ValidatorSchema {
    const target = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (target === undefined) {
      throw new RangeError(`Cannot emit a validator for "${at}": there is no definition "${name}"`);
    }
    if (isModule(target)) return { definition: name };
    return (Object.hasOwn(exceptions, name) ? exceptions[name] : undefined) ?? convert(target.schema, name);
  }
}

/** Tells whether a definition gets a module of its own: objects with fields, maps and lists do. */
export function isModule(definition: Definition): boolean {
  const { schema } = definition;
  return schema.type === "map" || schema.type === "list" || (schema.type === "object" && schema.fields.length > 0);
}

function convertString({ format, enum: values }: StringSchema, at: string): ValidatorSchema {
  switch (format) {
    case "quantity":
      return { check: "Quantity" };
    case "date-time":
      return { check: "Time" };
    case "byte":
      return { check: "Byte" };
  }
  const texts = values?.filter((value) => typeof value === "string");
  const choice = texts && enumChoice(at.replace(/\[\]$/, ""), texts);
  return { type: "string", nullable: true, ...(choice ? { choice } : {}) };
}
