import { createRandom } from "../ingress-diff-drift-mutations.ts";

/** Choices that follow from a seed. */
export interface Dice {
  /** One of several; there must be one. */
  readonly pick: <T>(items: readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
  /** A whole number, both ends included. */
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
