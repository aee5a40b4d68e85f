/** Makes numbers from 0 up to 1 that follow from a seed. */
export type Random = () => number;

/** Chooses one of the items. */
export function pick<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
