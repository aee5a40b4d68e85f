/**
 * The levels of brackets whose candidates for a key begin with tokens that nobody has taken yet. There are few of them at
 * any time, so that looking through a list is faster than a map.
 */
export class TokenLevels {
  readonly #numbers: number[] = [];
  readonly #levels: number[] = [];

  set(tokenNumber: number, level: number): void {
    const index = this.#numbers.indexOf(tokenNumber);
    this.#numbers[index === -1 ? this.#numbers.length : index] = tokenNumber;
    this.#levels[index === -1 ? this.#levels.length : index] = level;
  }

  delete(tokenNumber: number): void {
    const index = this.#numbers.indexOf(tokenNumber);
    if (index !== -1) this.#remove(index);
  }

  /** The level of a token, and forgets those of tokens before it. */
  levelOf(tokenNumber: number): number | undefined {
    let found: number | undefined;
    for (let index = this.#numbers.length - 1; index >= 0; index--) {
      const number = this.#numbers[index] ?? 0;
      if (number === tokenNumber) found = this.#levels[index];
      else if (number < tokenNumber) this.#remove(index);
    }
    return found;
  }

  #remove(index: number): void {
    const [number = 0, level = 0] = [this.#numbers.pop(), this.#levels.pop()];
    if (index === this.#numbers.length) return;
    this.#numbers[index] = number;
    this.#levels[index] = level;
  }
}
