import { isBlank, isBlankOrEnd, isBreak } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { foldBreaks, isDocumentMark } from "./fold-breaks.ts";

const [hash, colon] = [0x23, 0x3a] as const;

/** By the code of a character: 1 where it ends a plain value in brackets. */
const flowIndicators: Uint8Array = new Uint8Array(128);
for (const character of ",?[]{}") flowIndicators[character.charCodeAt(0)] = 1;

/** A plain value. */
export interface PlainScalar {
  readonly value: string;
  /** It ends with a line, so that the next token may be a key. */
  readonly isLineEnd: boolean;
}

/**
 * Scans a value without quotes, over any number of lines.
 *
 * @param indent The least column that its lines have outside brackets.
 */
export function scanPlain(cursor: Cursor, isFlow: boolean, indent: number): PlainScalar {
  const { text } = cursor;
  let value = "";
  let gap = "";
  let isLineEnd = false;
  for (;;) {
    if (isDocumentMark(cursor) || cursor.code() === hash) break;
    let at = cursor.at;
    for (let code = text.charCodeAt(at); !isBlankOrEnd(code); code = text.charCodeAt(++at)) {
      if (code === colon && isBlankOrEnd(text.charCodeAt(at + 1))) break;
      if (isFlow && code < 128 && flowIndicators[code] === 1) break;
    }
    if (at > cursor.at) {
      value += gap + text.slice(cursor.at, at);
      isLineEnd = false;
      gap = "";
      cursor.skipTo(at);
    }
    const code = cursor.code();
    if (!isBlank(code) && !isBreak(code)) break;
    const found = foldBreaks(cursor, false, indent);
    gap = found.text;
    isLineEnd = found.hasBreak;
    if (!isFlow && cursor.column < indent) break;
  }
  return { value, isLineEnd };
}
