import { isJsonObject } from "@kubeschema/model/json-object";

/**
 * An object as it came from JSON or YAML: nothing is known about its fields. It is declared here as well as in the model,
 * since it is part of our public types, and the package has no dependencies.
 */
export type JsonObject = Readonly<Record<string, unknown>>;

export { isJsonObject };

/** The object at a key, or an empty one. */
export function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isJsonObject(value) ? value : {};
}

/** The objects of the list at a key; Go writes `null` for an empty list. */
export function objectsAt(parent: JsonObject, key: string): readonly JsonObject[] {
  const value = parent[key];
  if (!Array.isArray(value)) return [];
  // Nearly always all are, and no copy need be made.
  return value.every(isJsonObject) ? value : value.filter(isJsonObject);
}

/** The string at a key, if there is one; an empty string is one. */
export function stringAt(parent: JsonObject, key: string): string | undefined {
  const value = parent[key];
  return typeof value === "string" ? value : undefined;
}

/** The strings of the list at a key. */
export function stringsAt(parent: JsonObject, key: string): readonly string[] {
  const value = parent[key];
  if (!Array.isArray(value)) return [];
  return value.every(isString) ? value : value.filter(isString);
}

/** Leaves out what is `undefined`, so that an absent field stays absent under `exactOptionalPropertyTypes`. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  // The computed key is the literal Key, which TypeScript widens to string.
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
