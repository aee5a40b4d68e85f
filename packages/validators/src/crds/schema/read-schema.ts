import { isJsonObject, type JsonObject } from "../../values/json-object.ts";
import { knownFormats } from "../check/has-custom-format.ts";
import { readPattern } from "./pattern.ts";
import { forbiddenKeywords, limitsOf, readRules } from "./read-keywords.ts";
import type { Schema, SchemaType } from "./schema.ts";
import { SchemaFault } from "./schema-fault.ts";

const types: ReadonlySet<string> = new Set(["object", "array", "string", "integer", "number", "boolean"]);

/** The position of a node: in the structure, or in the alternatives that only limit values. */
interface Place {
  readonly path: string;
  readonly isLogical: boolean;
  /** True for the two alternatives that spell out an int-or-string. */
  readonly mayHaveType?: boolean;
}

/**
 * Reads the schema of one version of a custom kind, as the API server accepts it: structural.
 *
 * @see {@link https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema}
 * @param path The place of the schema in its CustomResourceDefinition.
 * @throws {SchemaFault} If it is not structural, or has a keyword that the server refuses or this cannot judge.
 */
export function readRootSchema(value: unknown, path: string): Schema {
  const schema = readSchema(value, { path, isLogical: false });
  if (schema.type !== "object") throw new SchemaFault(path, 'must have "type: object" at its root');
  return schema;
}

function readSchema(value: unknown, place: Place): Schema {
  const { path, isLogical } = place;
  if (!isJsonObject(value)) throw new SchemaFault(path, "must be a schema, an object");
  for (const name of forbiddenKeywords(value, isLogical)) {
    throw new SchemaFault(
      `${path}.${name}`,
      isLogical ? "is not allowed inside allOf, anyOf, oneOf and not" : "is not allowed",
    );
  }
  const type = readType(value, place);
  const isIntOrString = value["x-kubernetes-int-or-string"] === true;
  const isPreserving = value["x-kubernetes-preserve-unknown-fields"] === true;
  const isEmbedded = value["x-kubernetes-embedded-resource"] === true;
  if (!isLogical && type === undefined && !isIntOrString && !isPreserving) {
    throw new SchemaFault(path, 'must have a "type": the schema is not structural');
  }
  if (isIntOrString && type !== undefined) {
    throw new SchemaFault(`${path}.type`, 'must be absent when "x-kubernetes-int-or-string" is set');
  }
  if (isEmbedded && type !== "object") throw new SchemaFault(path, 'must have "type: object" as an embedded resource');
  const properties = readProperties(value.properties, place);
  const additional = readAdditional(value.additionalProperties, place);
  if (properties.size > 0 && additional !== undefined) {
    throw new SchemaFault(`${path}.additionalProperties`, 'must be absent when "properties" is set');
  }
  if (type === "array" && value.items === undefined && !isLogical) {
    throw new SchemaFault(`${path}.items`, "is required for a list");
  }
  const inner = (name: "allOf" | "anyOf" | "oneOf"): readonly Schema[] =>
    listAt(value, name, path).map((part, index) =>
      readSchema(part, {
        path: `${path}.${name}[${index}]`,
        isLogical: true,
        mayHaveType: isIntOrString || place.mayHaveType === true,
      })
    );
  return {
    type,
    isNullable: value.nullable === true,
    isIntOrString,
    isPreserving,
    isEmbedded,
    // A default of null is not a default. Source: apiextensions-apiserver, pkg/apis/apiextensions/v1/conversion.go.
    default: value.default === undefined || value.default === null ? undefined : { value: value.default },
    properties,
    additional,
    items: value.items === undefined ? undefined : readSchema(value.items, { path: `${path}.items`, isLogical }),
    ...readListType(value, path),
    required: listAt(value, "required", path).map(String),
    limits: limitsOf(value, path),
    enum: value.enum === undefined ? undefined : listAt(value, "enum", path),
    format: typeof value.format === "string" && knownFormats.has(value.format.replaceAll("-", ""))
      ? value.format
      : undefined,
    pattern: typeof value.pattern === "string" && value.pattern !== "" ? readPattern(value.pattern) : undefined,
    allOf: inner("allOf"),
    anyOf: inner("anyOf"),
    oneOf: inner("oneOf"),
    not: value.not === undefined ? undefined : readSchema(value.not, { path: `${path}.not`, isLogical: true }),
    rules: readRules(value["x-kubernetes-validations"], `${path}.x-kubernetes-validations`),
  };
}

function readType(value: JsonObject, { path, isLogical, mayHaveType }: Place): SchemaType | undefined {
  const { type } = value;
  if (type === undefined || type === "") return undefined;
  if (typeof type !== "string" || !types.has(type)) throw new SchemaFault(`${path}.type`, "must be a type of JSON");
  if (isLogical && !mayHaveType) {
    throw new SchemaFault(`${path}.type`, "is not allowed inside allOf, anyOf, oneOf and not");
  }
  // One of the six, as was just checked.
  return type as SchemaType;
}

function readProperties(value: unknown, { path, isLogical }: Place): ReadonlyMap<string, Schema> {
  if (value === undefined || value === null) return new Map();
  if (!isJsonObject(value)) throw new SchemaFault(`${path}.properties`, "must be an object");
  return new Map(
    Object.entries(value).map(([name, part]) => [
      name,
      readSchema(part, { path: `${path}.properties[${name}]`, isLogical }),
    ]),
  );
}

function readAdditional(value: unknown, { path, isLogical }: Place): Schema | undefined {
  if (value === undefined || value === null) return undefined;
  if (value === false) throw new SchemaFault(`${path}.additionalProperties`, "must not be false");
  const anything = { "x-kubernetes-preserve-unknown-fields": true };
  return readSchema(value === true ? anything : value, { path: `${path}.additionalProperties`, isLogical });
}

function readListType(value: JsonObject, path: string): Pick<Schema, "listType" | "mapKeys"> {
  const listType = value["x-kubernetes-list-type"] ?? undefined;
  const mapKeys = listAt(value, "x-kubernetes-list-map-keys", path).map(String);
  if (listType === undefined || listType === "atomic" || listType === "set") {
    if (mapKeys.length > 0) {
      throw new SchemaFault(`${path}.x-kubernetes-list-map-keys`, 'must be absent where the list type is not "map"');
    }
    return { listType, mapKeys };
  }
  if (listType !== "map") throw new SchemaFault(`${path}.x-kubernetes-list-type`, "must be atomic, set or map");
  if (mapKeys.length === 0) {
    throw new SchemaFault(`${path}.x-kubernetes-list-map-keys`, "is required for a list of type map");
  }
  return { listType, mapKeys };
}

function listAt(value: JsonObject, name: string, path: string): readonly unknown[] {
  const list = value[name] ?? [];
  if (!Array.isArray(list)) throw new SchemaFault(`${path}.${name}`, "must be a list");
  return list;
}
