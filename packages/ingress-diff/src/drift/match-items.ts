/** Items of two lists that belong together, and those that have no counterpart. */
export interface MatchedItems<T> {
  /** In the order of the manifest. */
  readonly pairs: readonly {
    readonly live: T;
    readonly desired: T;
    readonly liveIndex: number;
    readonly index: number;
  }[];
  readonly added: readonly { readonly item: T; readonly index: number }[];
  readonly removed: readonly { readonly item: T; readonly index: number }[];
  /** Whether items that are in both lists come in another order. */
  readonly isMoved: boolean;
}

/**
 * Matches the items of two lists that have no key of their own.
 *
 * @param keys From the strictest to the loosest: what finds no counterpart by one key is tried by the next. Of items
 * with the same key the first matches the first. A key of `undefined` matches nothing.
 */
export function matchItems<T>(
  live: readonly T[],
  desired: readonly T[],
  keys: readonly ((item: T, index: number) => string | undefined)[],
): MatchedItems<T> {
  const liveIndexOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const keyOf of keys) {
    const open = new Map<string, number[]>();
    for (const [index, item] of live.entries()) {
      const key = taken.has(index) ? undefined : keyOf(item, index);
      if (key === undefined) continue;
      const indexes = open.get(key);
      if (indexes === undefined) open.set(key, [index]);
      else indexes.push(index);
    }
    for (const indexes of open.values()) indexes.reverse();
    for (const [index, item] of desired.entries()) {
      const key = liveIndexOf.has(index) ? undefined : keyOf(item, index);
      const liveIndex = key === undefined ? undefined : open.get(key)?.pop();
      if (liveIndex === undefined) continue;
      liveIndexOf.set(index, liveIndex);
      taken.add(liveIndex);
    }
  }
  const inOrder = [...liveIndexOf].sort(([a], [b]) => a - b);
  return {
    // Both indexes come from the lists themselves.
    pairs: inOrder.map(([index, liveIndex]) => ({
      live: live[liveIndex] as T,
      desired: desired[index] as T,
      liveIndex,
      index,
    })),
    added: [...desired.entries()].filter(([index]) => !liveIndexOf.has(index)).map(([index, item]) => ({
      item,
      index,
    })),
    removed: [...live.entries()].filter(([index]) => !taken.has(index)).map(([index, item]) => ({ item, index })),
    isMoved: inOrder.some(([, liveIndex], position) => position > 0 && liveIndex < (inOrder[position - 1]?.[1] ?? 0)),
  };
}
