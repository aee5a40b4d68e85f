import type { Cursor } from "./cursor.ts";
import { TokenLevels } from "./token-levels.ts";
import { YamlError } from "./yaml-error.ts";

/** A place where a key may have begun, which only the ":" behind it tells. */
export interface KeyCandidate {
  /** In UTF-16 units. */
  readonly at: number;
  readonly column: number;
  /** The number of its first token, counted from the start of the stream. */
  readonly tokenNumber: number;
}

interface Candidate extends KeyCandidate {
  at: number;
  line: number;
  column: number;
  tokenNumber: number;
  /** Only a key is allowed there. */
  isRequired: boolean;
  isPossible: boolean;
}

const longestKey = 1024;

/** The places where a key may have begun: one for each level of brackets. */
export class KeyCandidates {
  readonly #cursor: Cursor;
  readonly #stack: Candidate[] = [];
  readonly #levels = new TokenLevels();

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    this.openBracket(0);
  }

  /** Takes the cursor's place for one where a key may begin. */
  save(tokenNumber: number, isRequired: boolean): void {
    this.remove();
    const candidate = this.#current();
    const { at, line, column } = this.#cursor;
    candidate.at = at;
    candidate.line = line;
    candidate.column = column;
    candidate.tokenNumber = tokenNumber;
    candidate.isRequired = isRequired;
    candidate.isPossible = true;
    this.#levels.set(tokenNumber, this.#stack.length - 1);
  }

  /** Forgets the place of the current level, since no key began there. */
  remove(): void {
    const candidate = this.#current();
    if (!candidate.isPossible) return;
    this.#failIfRequired(candidate);
    this.#forget(candidate);
  }

  /** Gives the key that the ":" at the cursor ends, and forgets its place. */
  takeKey(): KeyCandidate | undefined {
    const candidate = this.#current();
    if (!this.#isStillPossible(candidate)) return undefined;
    this.#forget(candidate);
    return candidate;
  }

  /** Whether the token of a number may turn out to begin a key. */
  mayBeginAt(tokenNumber: number): boolean {
    const level = this.#levels.levelOf(tokenNumber);
    const candidate = level === undefined ? undefined : this.#stack[level];
    return candidate !== undefined && this.#isStillPossible(candidate);
  }

  /** A level has the number of its bracket, which go-yaml forgets with it: "[]: a" is not a key, as "[b]: a" is. */
  openBracket(tokenNumber: number): void {
    this.#stack.push({ at: 0, line: 0, column: 0, tokenNumber, isRequired: false, isPossible: false });
  }

  closeBracket(): void {
    const closed = this.#stack.pop();
    if (closed !== undefined) this.#levels.delete(closed.tokenNumber);
  }

  #current(): Candidate {
    return this.#stack[this.#stack.length - 1] as Candidate; // there is one for the top
  }

  /** A key has its ":" on the same line, at most 1,024 characters on. */
  #isStillPossible(candidate: Candidate): boolean {
    if (!candidate.isPossible) return false;
    if (candidate.line === this.#cursor.line && !this.#isTooLong(candidate)) return true;
    this.#failIfRequired(candidate);
    candidate.isPossible = false;
    return false;
  }

  #isTooLong({ at }: Candidate): boolean {
    const end = this.#cursor.at;
    if (end - at <= longestKey) return false;
    return end - at > 2 * longestKey || [...this.#cursor.text.slice(at, end)].length > longestKey;
  }

  #failIfRequired(candidate: Candidate): void {
    const { isRequired, at } = candidate;
    if (!isRequired) return;
    if (this.#isTooLong(candidate)) throw new YamlError("A key has at most 1,024 characters", at);
    // The line of the place, up to a comment.
    const [line = ""] = /^[^\n\r#]*/.exec(this.#cursor.text.slice(at, at + longestKey)) ?? [];
    const message = /^[\w./-]+:[^\s:/]/.test(line)
      ? 'A key is needed here: its ":" has a space after it'
      : 'A key is needed here, with its ":" on the same line; text that goes on is indented further';
    throw new YamlError(message, at);
  }

  #forget(candidate: Candidate): void {
    candidate.isPossible = false;
    this.#levels.delete(candidate.tokenNumber);
  }
}
