import { isDeepStrictEqual } from "node:util";
import { isJsonObject } from "../observe/json-value.ts";

/**
 * Merges a list by item, as the patch strategy `merge` does: items of the manifest come first, items that were applied
 * last and are no longer in the manifest go, others stay.
 *
 * @param mergeKey The field that distinguishes items; `""` if the items themselves do.
 * @see {@link https://github.com/kubernetes/community/blob/master/contributors/devel/sig-api-machinery/strategic-merge-patch.md}
 */
export function mergeKeyedLists(
  lastApplied: readonly unknown[],
  desired: readonly unknown[],
  live: readonly unknown[],
  mergeKey: string,
): readonly unknown[] {
  const keyOf = (item: unknown): unknown => (mergeKey !== "" && isJsonObject(item) ? item[mergeKey] : item);
  const find = (items: readonly unknown[], key: unknown): unknown =>
    items.find((item) => isDeepStrictEqual(keyOf(item), key));
  const wanted: readonly unknown[] = desired.map((item) => {
    const current = find(live, keyOf(item));
    if (!isJsonObject(item) || !isJsonObject(current)) return item;
    const before = find(lastApplied, keyOf(item));
    const gone = isJsonObject(before) ? Object.keys(before).filter((key) => !Object.hasOwn(item, key)) : [];
    return Object.fromEntries(
      Object.entries({ ...current, ...item }).filter(([key, value]) => value !== null && !gone.includes(key)),
    );
  });
  const others = live.filter((item) =>
    find(desired, keyOf(item)) === undefined && find(lastApplied, keyOf(item)) === undefined
  );
  const merged: readonly unknown[] = [...wanted, ...others];
  const inLiveOrder: readonly unknown[] = live.map((item) => find(merged, keyOf(item))).filter((item) =>
    item !== undefined
  );
  // Where nothing moves relative to the manifest, the live order is kept.
  const isMoved = !isDeepStrictEqual(
    inLiveOrder.filter((item: unknown) => wanted.includes(item)),
    wanted.filter((item: unknown) => inLiveOrder.includes(item)),
  );
  return isMoved ? merged : [...inLiveOrder, ...wanted.filter((item: unknown) => !inLiveOrder.includes(item))];
}
