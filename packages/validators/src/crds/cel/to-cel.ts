import { type CelInput, celList, type CelMap, celMap } from "@bufbuild/cel";
import { isJsonObject, type JsonObject } from "../../values/json-object.ts";
import { isByte } from "../../runtime/is-byte.ts";
import type { Schema } from "../schema/schema.ts";
import { spend } from "./budget.ts";
import { escapeName } from "./escape-name.ts";
import { toDuration, toTimestamp } from "./environment.ts";

/** A value as rules see it. */
export type RuleValue = CelInput;

/** Values that were converted before: a rule of a list and the rules of its items read the same objects. */
export type Converted = WeakMap<object, RuleValue>;

/**
 * Converts a value to what a rule sees: whole numbers are `int` where the schema says integer, and `double` where it
 * says number; fields that the schema does not know are absent.
 *
 * @see {@link https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#type-checking}
 * @param isRoot The whole object, of which a rule sees apiVersion, kind and the names in its metadata.
 */
export function toCel(schema: Schema, value: unknown, converted: Converted, isRoot = false): RuleValue {
  if (typeof value !== "object" || value === null) return scalarToCel(schema, value);
  const known = converted.get(value);
  if (known !== undefined) return known;
  const result = Array.isArray(value)
    ? listToCel(schema, value, converted)
    : isJsonObject(value)
    ? mapOf(objectToCel(schema, value, converted, isRoot))
    : null;
  converted.set(value, result);
  return result;
}

function scalarToCel({ type, isIntOrString, format }: Schema, value: unknown): RuleValue {
  switch (typeof value) {
    case "boolean":
      return value;
    case "number":
      return type === "integer" || (isIntOrString && Number.isInteger(value)) ? BigInt(value) : value;
    case "string":
      if (type !== "string") return value;
      if (format === "byte" && isByte(value)) return decodeBase64(value);
      if (format === "duration") return toDuration(value);
      if (format === "date-time") return toTimestamp(value);
      return format === "date" ? toTimestamp(`${value}T00:00:00Z`) : value;
    default:
      return null;
  }
}

function listToCel({ items }: Schema, list: readonly unknown[], converted: Converted): RuleValue {
  if (items === undefined) return celList([]);
  return celList(CountedList.from(list, (item) => toCel(items, item, converted)));
}

function objectToCel(
  schema: Schema,
  object: JsonObject,
  converted: Converted,
  isRoot: boolean,
): Map<string, RuleValue> {
  const entries = new CountedMap<string, RuleValue>();
  if (isRoot || schema.isEmbedded) {
    for (const name of ["apiVersion", "kind"]) {
      if (Object.hasOwn(object, name)) entries.set(name, String(object[name]));
    }
    const { metadata } = object;
    if (isJsonObject(metadata)) entries.set("metadata", mapOf(namesOf(metadata)));
  }
  for (const [name, value] of Object.entries(object)) {
    const property = schema.properties.get(name);
    if (property !== undefined) {
      const escaped = escapeName(name);
      const isShown = hasKnownType(property) && !((isRoot || schema.isEmbedded) && entries.has(name));
      if (escaped !== undefined && isShown) entries.set(escaped, toCel(property, value, converted));
    } else if (schema.additional !== undefined && hasKnownType(schema.additional)) {
      entries.set(name, toCel(schema.additional, value, converted));
    }
  }
  return entries;
}

/** A rule cannot read a value without a type. */
function hasKnownType({ type, isIntOrString }: Schema): boolean {
  return type !== undefined || isIntOrString;
}

function namesOf(metadata: JsonObject): Map<string, RuleValue> {
  const names = new CountedMap<string, RuleValue>();
  for (const name of ["name", "generateName"]) {
    const value = metadata[name];
    if (typeof value === "string") names.set(name, value);
  }
  return names;
}

/** For the library, a field that is null is absent; for the server it is present. */
function mapOf(entries: Map<string, RuleValue>): CelMap {
  const map = celMap(entries);
  if ([...Map.prototype.values.call(entries)].includes(null)) {
    Object.defineProperty(map, "has", { value: (key: unknown) => entries.has(key as string) }); // Any key may be requested.
  }
  return map;
}

function decodeBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** A list whose visits are counted; the library visits lists by `values()`. */
class CountedList<T> extends Array<T> {
  override values(): ArrayIterator<T> {
    spend(this.length);
    return super.values();
  }
}

/** A map whose visits are counted. */
class CountedMap<K, V> extends Map<K, V> {
  override keys(): MapIterator<K> {
    spend(this.size);
    return super.keys();
  }
  override entries(): MapIterator<[K, V]> {
    spend(this.size);
    return super.entries();
  }
}
