import { isBlank, isBreak, isBreakOrEnd, isDigit, nul, space, tab } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { YamlError } from "./yaml-error.ts";

const [plus, minus, digit0, hash] = [0x2b, 0x2d, 0x30, 0x23] as const;

interface Head {
  readonly chomping: "strip" | "clip" | "keep";
  /** The digit of the indicator; 0 where the first line that is not empty tells the indentation. */
  readonly increment: number;
}

/**
 * Scans `|` or `>` and the lines below it.
 *
 * @param parentIndent The indentation of what contains it; -1 at the top.
 */
export function scanBlockScalar(cursor: Cursor, isLiteral: boolean, parentIndent: number): string {
  const { chomping, increment } = scanHead(cursor);
  const lines = new BlockLines(cursor, parentIndent, increment);
  let value = "";
  let leadingBreak = "";
  let breaks = lines.skipEmpty();
  let isLeadingBlank = false;
  while (cursor.column === lines.indent && cursor.code() !== nul) {
    const isBlankLine = isBlank(cursor.code());
    // A line break folds to a space, unless a blank line or a more indented one is next to it.
    if (!isLiteral && !isLeadingBlank && !isBlankLine && leadingBreak === "\n") {
      if (breaks === "") value += " ";
    } else {
      value += leadingBreak;
    }
    value += breaks;
    isLeadingBlank = isBlankLine;
    const start = cursor.at;
    cursor.skipToLineEnd();
    value += cursor.text.slice(start, cursor.at);
    leadingBreak = isBreak(cursor.code()) ? cursor.skipBreak() : "";
    breaks = lines.skipEmpty();
  }
  if (chomping !== "strip") value += leadingBreak;
  return chomping === "keep" ? value + breaks : value;
}

function scanHead(cursor: Cursor): Head {
  const start = cursor.at;
  let at = start + 1;
  let sign = 0;
  let increment = 0;
  for (let part = 0; part < 2; part++) {
    const code = cursor.text.charCodeAt(at);
    if (sign === 0 && (code === plus || code === minus)) {
      sign = code;
    } else if (increment === 0 && isDigit(code)) {
      if (code === digit0) throw new YamlError("The indentation of a block is a digit from 1 to 9", at);
      increment = code - digit0;
    } else {
      break;
    }
    at++;
  }
  cursor.skipTo(at);
  while (isBlank(cursor.code())) cursor.skipTo(cursor.at + 1);
  if (cursor.code() === hash) cursor.skipToLineEnd();
  if (!isBreakOrEnd(cursor.code())) {
    const indicator = cursor.text.charAt(start);
    throw new YamlError(`The text of a "${indicator}" block begins on the line below it`, cursor.at);
  }
  if (isBreak(cursor.code())) cursor.skipBreak();
  return { chomping: sign === plus ? "keep" : sign === minus ? "strip" : "clip", increment };
}

class BlockLines {
  /** 0 until it is known. */
  indent: number;
  readonly #cursor: Cursor;
  readonly #parentIndent: number;

  constructor(cursor: Cursor, parentIndent: number, increment: number) {
    this.#cursor = cursor;
    this.#parentIndent = parentIndent;
    this.indent = increment === 0 ? 0 : Math.max(parentIndent, 0) + increment;
  }

  /** Goes behind the indentation of the next line that is not empty, and gives the line breaks before it. */
  skipEmpty(): string {
    const cursor = this.#cursor;
    let breaks = "";
    let widest = 0;
    for (;;) {
      let end = cursor.at;
      const limit = this.indent === 0 ? Number.POSITIVE_INFINITY : end + this.indent - cursor.column;
      while (end < limit && cursor.text.charCodeAt(end) === space) end++;
      cursor.skipTo(end);
      widest = Math.max(widest, cursor.column);
      if (end < limit && cursor.code() === tab) {
        throw new YamlError("A tab cannot indent the text of a block: use spaces", end);
      }
      if (!isBreak(cursor.code())) break;
      breaks += cursor.skipBreak();
    }
    if (this.indent === 0) this.indent = Math.max(widest, this.#parentIndent + 1, 1);
    return breaks;
  }
}
