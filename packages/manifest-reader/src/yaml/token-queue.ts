import type { Token } from "./token.ts";

/** Tokens that the scanner has made and the parser has not taken yet. */
export class TokenQueue {
  #tokens: Token[] = [];
  #head = 0;
  #takenCount = 0;

  /** How many tokens were taken, which is the number of the next one. */
  get takenCount(): number {
    return this.#takenCount;
  }

  /** The number of the token that is pushed next, counted from the start of the stream. */
  get nextNumber(): number {
    return this.#takenCount + this.#tokens.length - this.#head;
  }

  get isEmpty(): boolean {
    return this.#head === this.#tokens.length;
  }

  get first(): Token | undefined {
    return this.#tokens[this.#head];
  }

  get last(): Token | undefined {
    return this.#tokens.at(-1);
  }

  take(): void {
    this.#takenCount++;
    this.#head++;
    if (!this.isEmpty) return;
    this.#tokens = [];
    this.#head = 0;
  }

  push(token: Token): void {
    this.#tokens.push(token);
  }

  /** Puts a token before one that has a number; at the end, where that one was taken already, as go-yaml does. */
  insert(token: Token, number: number): void {
    const tokens = this.#tokens;
    tokens.push(token);
    if (number < this.#takenCount) return;
    const index = this.#head + number - this.#takenCount;
    // Nearly always there is one token behind it.
    for (let at = tokens.length - 1; at > index; at--) tokens[at] = tokens[at - 1] ?? token;
    tokens[index] = token;
  }
}
