import { isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isDigit, isHexDigit, isWord } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import type { Token } from "./token.ts";
import { YamlError } from "./yaml-error.ts";

const [bang, percent, dot, hash, less, greater] = [0x21, 0x25, 0x2e, 0x23, 0x3c, 0x3e] as const;
const uriMarks = ";/?:@&=+$,.!~*'()[]";

/** Scans `!`, `!name`, `!!name`, `!handle!name` or `!<name>`. */
export function scanTag(cursor: Cursor): Token {
  const start = cursor.at;
  let handle = "";
  let suffix: string;
  if (cursor.code(1) === less) {
    cursor.skipTo(start + 2);
    suffix = scanUri(cursor, "", start);
    if (cursor.code() !== greater) throw new YamlError('A tag that begins with "!<" ends with ">"', start);
    cursor.skipTo(cursor.at + 1);
  } else {
    handle = scanHandle(cursor);
    if (handle.length > 1 && handle.endsWith("!")) {
      suffix = scanUri(cursor, "", start);
    } else {
      suffix = scanUri(cursor, handle, start);
      handle = "!";
      if (suffix === "") [handle, suffix] = ["", "!"];
    }
  }
  if (!isBlankOrEnd(cursor.code())) {
    throw new YamlError(`A tag ends with a space, found ${JSON.stringify(cursor.text.charAt(cursor.at))}`, cursor.at);
  }
  return { type: "tag", start, handle, suffix };
}

/** Scans a `%YAML` or `%TAG` line. */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.at;
  const nameEnd = wordEnd(cursor, start + 1);
  const name = cursor.text.slice(start + 1, nameEnd);
  if (!isBlankOrEnd(cursor.text.charCodeAt(nameEnd)) || (name !== "YAML" && name !== "TAG")) {
    throw new YamlError('A line that begins with "%" is a %YAML or a %TAG line; anything else needs quotes', start);
  }
  cursor.skipTo(nameEnd);
  skipBlanks(cursor);
  const token = name === "YAML" ? scanVersion(cursor, start) : scanTagDirective(cursor, start);
  skipBlanks(cursor);
  if (cursor.code() === hash) cursor.skipToLineEnd();
  if (!isBreakOrEnd(cursor.code())) throw new YamlError(`A %${name} line has nothing more but a comment`, cursor.at);
  if (isBreak(cursor.code())) cursor.skipBreak();
  return token;
}

function scanVersion(cursor: Cursor, start: number): Token {
  const major = scanNumber(cursor, start);
  if (cursor.code() !== dot) throw new YamlError('A %YAML line has a version such as "1.1"', start);
  cursor.skipTo(cursor.at + 1);
  return { type: "versionDirective", start, version: `${major}.${scanNumber(cursor, start)}` };
}

function scanNumber(cursor: Cursor, start: number): number {
  const from = cursor.at;
  let end = from;
  while (isDigit(cursor.text.charCodeAt(end))) end++;
  if (end === from || end > from + 2) throw new YamlError('A %YAML line has a version such as "1.1"', start);
  cursor.skipTo(end);
  return Number(cursor.text.slice(from, end));
}

function scanTagDirective(cursor: Cursor, start: number): Token {
  const wrong = (): YamlError =>
    new YamlError('A %TAG line has a handle and a prefix, such as "%TAG !x! tag:x,2000:"', start);
  if (cursor.code() !== bang) throw wrong();
  const handle = scanHandle(cursor);
  if ((!handle.endsWith("!")) || !isBlank(cursor.code())) throw wrong();
  skipBlanks(cursor);
  const prefix = scanUri(cursor, "", start);
  if (!isBlankOrEnd(cursor.code())) throw wrong();
  return { type: "tagDirective", start, handle, prefix };
}

/** `!`, `!word` or `!word!`. */
function scanHandle(cursor: Cursor): string {
  const start = cursor.at;
  const end = wordEnd(cursor, start + 1);
  cursor.skipTo(cursor.text.charCodeAt(end) === bang ? end + 1 : end);
  return cursor.text.slice(start, cursor.at);
}

/** @param head The part before it, with its `!`. */
function scanUri(cursor: Cursor, head: string, start: number): string {
  const { text } = cursor;
  let uri = head.slice(1);
  let at = cursor.at;
  for (;; at++) {
    const code = text.charCodeAt(at);
    if (code === percent) {
      const [bytes, end] = scanEscapedCharacter(text, at);
      uri += bytes;
      at = end - 1;
    } else if (isWord(code) || uriMarks.includes(text.charAt(at))) {
      uri += text.charAt(at);
    } else {
      break;
    }
  }
  if (at === cursor.at && head === "") throw new YamlError("A tag has no name", start);
  cursor.skipTo(at);
  return uri;
}

/** The bytes of one character of UTF-8, each as `%` and two digits. */
function scanEscapedCharacter(text: string, start: number): readonly [character: string, end: number] {
  const bytes: number[] = [];
  let length = 1;
  let at = start;
  for (; bytes.length < length; at += 3) {
    const isEscape = text.charCodeAt(at) === percent && isHexDigit(text.charCodeAt(at + 1)) &&
      isHexDigit(text.charCodeAt(at + 2));
    const octet = isEscape ? Number.parseInt(text.slice(at + 1, at + 3), 16) : -1;
    if (bytes.length === 0) length = octet < 0x80 ? 1 : octet < 0xc0 ? 0 : octet < 0xe0 ? 2 : octet < 0xf0 ? 3 : 4;
    const isFitting = bytes.length === 0 ? length > 0 && octet < 0xf8 : (octet & 0xc0) === 0x80;
    if (octet === -1 || !isFitting) {
      throw new YamlError('"%" in a tag needs the bytes of a character, such as "%20"', at);
    }
    bytes.push(octet);
  }
  return [new TextDecoder().decode(Uint8Array.from(bytes)), at];
}

function wordEnd(cursor: Cursor, start: number): number {
  let end = start;
  while (isWord(cursor.text.charCodeAt(end))) end++;
  return end;
}

function skipBlanks(cursor: Cursor): void {
  while (isBlank(cursor.code())) cursor.skipTo(cursor.at + 1);
}
