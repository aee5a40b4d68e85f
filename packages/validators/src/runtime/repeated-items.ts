import { isJsonObject } from "../values/json-object.ts";
import { canonicalText } from "./is-one-of.ts";

/**
 * Finds the items of a list that repeat an earlier one: each repeated value is reported once, at its second place, as the
 * API server does.
 *
 * @param keys The fields by which items are distinguished; without them, items are compared as a whole.
 * @param defaults What the server fills in for keys that are absent.
 * @returns Indexes, ascending.
 */
export function repeatedItems(
  items: readonly unknown[],
  keys?: readonly string[],
  defaults: Readonly<Record<string, unknown>> = {},
): readonly number[] {
  const counts = new Map<string, number>();
  const repeated: number[] = [];
  items.forEach((item, index) => {
    // An item of another type has that fault, and no keys.
    if (keys !== undefined && !isJsonObject(item)) return;
    const text = canonicalText(keys === undefined || !isJsonObject(item) ? item : pick(item, keys, defaults));
    const count = counts.get(text) ?? 0;
    counts.set(text, count + 1);
    if (count === 1) repeated.push(index);
  });
  return repeated;
}

/** The values of the keys, in their order. */
function pick(
  item: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  defaults: Readonly<Record<string, unknown>>,
): unknown {
  return keys.map((key) => [key, Object.hasOwn(item, key) && item[key] !== null ? item[key] : defaults[key]]);
}
