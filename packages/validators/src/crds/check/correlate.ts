import { isJsonObject } from "../../values/json-object.ts";
import { canonicalText } from "../../runtime/is-one-of.ts";
import type { Schema } from "../schema/schema.ts";

/** Finds what an object had under a name before an update; `undefined` if nothing. */
export function oldMember(old: unknown, name: string): unknown {
  return isJsonObject(old) && Object.hasOwn(old, name) ? old[name] : undefined;
}

/**
 * Makes a function that finds what an item of a list was before an update: the item with the same keys, in a list of
 * type map. Items of other lists have no identity, so that none is found.
 */
export function oldItemFinder({ listType, mapKeys }: Schema, old: unknown): (item: unknown) => unknown {
  if (listType !== "map" || !Array.isArray(old)) return () => undefined;
  const byKeys = new Map(old.map((item: unknown) => [keysText(item, mapKeys), item]));
  return (item) => byKeys.get(keysText(item, mapKeys));
}

/** The values of an item's keys, as text. */
export function keysText(item: unknown, keys: readonly string[]): string {
  return canonicalText(keys.map((name) => oldMember(item, name) ?? null));
}

/** Tells whether two JSON values are equal; the order of fields does not count. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSameJson(item, b[index]));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSameJson(a[name], b[name]));
}
