/**
 * Leaves out what is `undefined`. A list without it is given back as it is: one that is filled bit by bit has room that is
 * never used, and a large cluster has very many.
 */
export function keepDefined<T>(items: readonly (T | undefined)[]): readonly T[] {
  const isDefined = (item: T | undefined): item is T => item !== undefined;
  return items.every(isDefined) ? items : items.filter(isDefined);
}
