import { cr, isBreakOrEnd, lf } from "./characters.ts";

const lineFeed = "\n";

/** Goes through the text of one document, and knows the line and column that it is at. */
export class Cursor {
  /** With line feed and NUL at its end, which more than one may be asked for. */
  readonly text: string;
  at = 0;
  /** Counted from 0. */
  line = 0;
  /** Where the line starts; each character of two units moves it on by one, so that columns count characters. */
  #lineStart = 0;
  readonly #hasPairs: boolean;

  constructor(document: string) {
    this.text = `${document}${document.endsWith(lineFeed) ? "" : lineFeed}\0\0\0\0`;
    this.#hasPairs = /[\ud800-\udbff]/.test(document);
  }

  get column(): number {
    return this.at - this.#lineStart;
  }

  code(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  /** Goes on within the line. */
  skipTo(end: number): void {
    if (this.#hasPairs) this.#lineStart += this.text.slice(this.at, end).match(/[\ud800-\udbff]/g)?.length ?? 0;
    this.at = end;
  }

  /**
   * Goes on behind a line break, and gives it as it counts in a value. kubectl makes CR LF an LF before go-yaml reads it,
   * which takes a CR before that for a part of it.
   */
  skipBreak(): string {
    const code = this.code();
    const isLong = code === cr && this.code(1) === cr && this.code(2) === lf;
    this.at += isLong ? 3 : code === cr && this.code(1) === lf ? 2 : 1;
    this.line++;
    this.#lineStart = this.at;
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : lineFeed;
  }

  /** Takes what comes for the start of a line. */
  startLine(): void {
    this.#lineStart = this.at;
  }

  skipToLineEnd(): void {
    let end = this.at;
    while (!isBreakOrEnd(this.text.charCodeAt(end))) end++;
    this.skipTo(end);
  }
}
