import { isJsonObject } from "../../values/json-object.ts";
import { canonicalText } from "../../runtime/is-one-of.ts";
import { keysText } from "../check/correlate.ts";
import { memberOf } from "../check/schema-at.ts";
import type { Schema } from "../schema/schema.ts";

/**
 * Puts the items of an old value's lists into the order of the new value's, in lists of type set and map, where order
 * has no meaning, so that `self == oldSelf` is true where it is true for the server.
 *
 * @see {@link https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#merge-strategy}
 */
export function alignOld(schema: Schema, value: unknown, old: unknown): unknown {
  if (old === undefined || old === null || !hasUnordered(schema)) return old;
  if (Array.isArray(value) && Array.isArray(old)) return alignList(schema, value, old);
  if (!isJsonObject(value) || !isJsonObject(old)) return old;
  return Object.fromEntries(
    Object.entries(old).map(([name, inner]) => {
      const { schema: part } = memberOf(schema, undefined, name);
      const isKnown = part !== undefined && Object.hasOwn(value, name);
      return [name, isKnown ? alignOld(part, value[name], inner) : inner];
    }),
  );
}

function alignList(schema: Schema, list: readonly unknown[], old: readonly unknown[]): readonly unknown[] {
  const { listType, mapKeys, items } = schema;
  const align = (item: unknown, before: unknown): unknown =>
    items === undefined ? before : alignOld(items, item, before);
  if (listType !== "set" && listType !== "map") {
    return old.map((before, index) => index < list.length ? align(list[index], before) : before);
  }
  const identity = (item: unknown): string => listType === "set" ? canonicalText(item) : keysText(item, mapKeys);
  const left = new Map(old.map((item) => [identity(item), item]));
  const first: unknown[] = [];
  for (const item of list) {
    const key = identity(item);
    if (!left.has(key)) continue;
    first.push(align(item, left.get(key)));
    left.delete(key);
  }
  return [...first, ...left.values()];
}

const unordered = new WeakMap<Schema, boolean>();

/** Whether there is a list of type set or map in a value of this schema. */
function hasUnordered(schema: Schema): boolean {
  const known = unordered.get(schema);
  if (known !== undefined) return known;
  const parts = [schema.items, schema.additional, ...schema.properties.values()];
  const result = schema.listType === "set" || schema.listType === "map" ||
    parts.some((part) => part !== undefined && hasUnordered(part));
  unordered.set(schema, result);
  return result;
}
