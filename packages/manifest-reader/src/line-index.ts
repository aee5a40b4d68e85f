/** A place in a text, both counted from 1; columns in UTF-16 units, as editors and SARIF count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const [lf, cr] = [0x0a, 0x0d];

/** Tells lines and columns of a text, reading no further than it is asked; lines end with LF, CRLF or CR. */
export class LineIndex {
  readonly #text: string;
  readonly #starts = [0];
  #readTo = 0;

  constructor(text: string) {
    this.#text = text;
  }

  positionOf(offset: number): Position {
    this.#read(offset);
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  #read(end: number): void {
    let at = this.#readTo;
    for (; at < end && at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === lf || (code === cr && this.#text.charCodeAt(at + 1) !== lf)) this.#starts.push(at + 1);
    }
    this.#readTo = at;
  }
}
