/** Choices that follow from a seed. */
export interface Dice {
  /** Chooses one of several; there must be one. */
  readonly pick: <T>(items: readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
  /** Chooses a whole number, with both ends included. */
  readonly count: (least: number, most: number) => number;
  readonly shuffle: <T>(items: readonly T[]) => readonly T[];
}

/** Makes dice; the same seed makes the same choices. */
export function createDice(seed: number): Dice {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return {
    pick,
    chance: (probability) => random() < probability,
    count: (least, most) => least + Math.floor(random() * (most - least + 1)),
    shuffle: (items) =>
      items.map((item) => ({ item, order: random() })).sort((a, b) => a.order - b.order).map(({ item }) => item),
  };
}

/** Numbers from 0 up to 1 that follow from the seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
