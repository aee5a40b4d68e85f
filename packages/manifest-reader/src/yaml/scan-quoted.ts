import { isBlankOrEnd, isBreak, isHexDigit, nul } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { foldBreaks, isDocumentMark } from "./fold-breaks.ts";
import { YamlError } from "./yaml-error.ts";

const [doubleQuote, singleQuote, backslash] = [0x22, 0x27, 0x5c] as const;

const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1b"],
  [" ", " "],
  ['"', '"'],
  ["'", "'"],
  ["\\", "\\"],
  ["N", "\x85"],
  ["_", "\xa0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);
const digitCounts: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Scans a value in single or double quotes, over any number of lines. */
export function scanQuoted(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at;
  const quote = cursor.code();
  cursor.skipTo(start + 1);
  let value = "";
  for (;;) {
    if (isDocumentMark(cursor)) {
      throw new YamlError(`The quote is not closed before the "${text.slice(cursor.at, cursor.at + 3)}" line`, start);
    }
    if (cursor.code() === nul) throw new YamlError("The quote is not closed", start);
    let isEscapedBreak = false;
    for (let from = cursor.at;;) {
      let at = from;
      let code = text.charCodeAt(at);
      while (!isBlankOrEnd(code) && code !== quote && code !== backslash) code = text.charCodeAt(++at);
      value += text.slice(from, at);
      cursor.skipTo(at);
      if (code === quote) {
        if (quote === doubleQuote || text.charCodeAt(at + 1) !== singleQuote) {
          cursor.skipTo(at + 1);
          return value;
        }
        value += "'";
        cursor.skipTo(at + 2);
      } else if (code !== backslash) {
        break;
      } else if (quote === singleQuote) {
        value += "\\";
        cursor.skipTo(at + 1);
      } else if (isBreak(text.charCodeAt(at + 1))) {
        cursor.skipTo(at + 1);
        cursor.skipBreak();
        isEscapedBreak = true;
        break;
      } else {
        value += scanEscape(cursor);
      }
      from = cursor.at;
    }
    const gap = foldBreaks(cursor, isEscapedBreak, 0);
    value += gap.text;
  }
}

function scanEscape(cursor: Cursor): string {
  const { text, at } = cursor;
  const letter = text.charAt(at + 1);
  const escaped = escapes.get(letter);
  if (escaped !== undefined) {
    cursor.skipTo(at + 2);
    return escaped;
  }
  const count = digitCounts[letter];
  if (count === undefined) {
    const isKnownToJson = letter === "/";
    const more = isKnownToJson
      ? ' as it is in JSON: write "/"'
      : ': write "\\\\" for a backslash, or use single quotes';
    throw new YamlError(`${JSON.stringify(`\\${letter}`)} is not an escape of YAML${more}`, at);
  }
  const digits = text.slice(at + 2, at + 2 + count);
  for (let index = 0; index < count; index++) {
    if (!isHexDigit(digits.charCodeAt(index))) {
      throw new YamlError(`"\\${letter}" needs ${count} hexadecimal digits after it`, at);
    }
  }
  const point = Number.parseInt(digits, 16);
  if ((point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff) {
    throw new YamlError(
      `The code after "\\${letter}" is not a character; YAML writes those beyond U+FFFF as "\\U0001F600"`,
      at,
    );
  }
  cursor.skipTo(at + 2 + count);
  return String.fromCodePoint(point);
}
