import { isBlank, isBreak, tab } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { YamlError } from "./yaml-error.ts";

/** What stands between two words of a value over several lines. */
export interface Gap {
  /** What it counts as in the value: itself, a space in place of one line break, or all line breaks but the first. */
  readonly text: string;
  readonly hasBreak: boolean;
}

/**
 * Goes over blanks and line breaks, which the lines of a quoted or plain value are joined by.
 *
 * @param isEscaped Whether a backslash stood at the end of the line before: then it is no line break.
 * @param tabLimit The column before which a tab is not allowed at the start of a line; 0 for quoted values.
 */
export function foldBreaks(cursor: Cursor, isEscaped: boolean, tabLimit: number): Gap {
  const start = cursor.at;
  let first = "";
  let others = "";
  let hasBreak = isEscaped;
  let blankEnd = start;
  for (let code = cursor.code(); isBlank(code) || isBreak(code); code = cursor.code()) {
    if (!isBreak(code)) {
      if (hasBreak && code === tab && cursor.column < tabLimit) {
        throw new YamlError("A tab cannot indent: use spaces", cursor.at);
      }
      cursor.skipTo(cursor.at + 1);
      if (!hasBreak) blankEnd = cursor.at;
    } else if (hasBreak) {
      others += cursor.skipBreak();
    } else {
      first = cursor.skipBreak();
      hasBreak = true;
    }
  }
  if (!hasBreak) return { text: cursor.text.slice(start, blankEnd), hasBreak };
  if (first !== "\n") return { text: first + others, hasBreak };
  return { text: others === "" ? " " : others, hasBreak };
}

/** `---` or `...` at the start of a line, which ends a document even inside quotes. */
export function isDocumentMark(cursor: Cursor): boolean {
  if (cursor.column !== 0) return false;
  const { text, at } = cursor;
  return (text.startsWith("---", at) || text.startsWith("...", at)) && isBlankOrEndAt(cursor, 3);
}

function isBlankOrEndAt(cursor: Cursor, ahead: number): boolean {
  const code = cursor.code(ahead);
  return isBlank(code) || isBreak(code) || code === 0;
}
