import { maxDepth, tooDeep } from "../guards.ts";
import { isBlank, isBlankOrEnd, isBreak, isWord, nul, space, tab } from "./characters.ts";
import { Cursor } from "./cursor.ts";
import { scanBlockScalar } from "./scan-block-scalar.ts";
import { scanPlain } from "./scan-plain.ts";
import { scanQuoted } from "./scan-quoted.ts";
import { scanDirective, scanTag } from "./scan-tag.ts";
import type { MarkToken, Token } from "./token.ts";
import { TokenLevels } from "./token-levels.ts";
import { YamlError } from "./yaml-error.ts";

/** A place where a key may have begun, which only the ":" behind it tells. There is one for each level of brackets. */
interface KeyCandidate {
  /** In UTF-16 units. */
  at: number;
  line: number;
  column: number;
  /** Only a key is allowed there. */
  isRequired: boolean;
  /** Of its first token, counted from the start of the stream. */
  tokenNumber: number;
  isPossible: boolean;
}

const longestKey = 1024;
const byteOrderMark = 0xfeff;

/**
 * Makes tokens of a document as go-yaml does, which Kubernetes reads YAML with. It follows YAML 1.1 in its own way, so
 * that this follows it step by step: what begins a token where, which places a key may begin at, and when it is too
 * late for one.
 *
 * @see {@link https://github.com/yaml/go-yaml/blob/v2.4.4/scannerc.go}
 */
export class Scanner {
  readonly #cursor: Cursor;
  #tokens: Token[] = [];
  #head = 0;
  /** Tokens that were taken. */
  #takenCount = 0;
  #hasNext = false;
  /** The column of the block collection that the cursor is in; -1 at the top. */
  #indent = -1;
  readonly #indents: number[] = [];
  #flowLevel = 0;
  #isKeyAllowed = true;
  /** The candidate of each level of brackets. */
  readonly #candidates: KeyCandidate[] = [];
  readonly #levels = new TokenLevels();

  /** Where the plain value begins that was scanned last, and its line. */
  #plainStart = -1;
  #plainLine = 0;
  readonly #lineOf: (offset: number) => number;

  /** @param lineOf Tells the line of a place, for messages that name another one. */
  constructor(document: string, lineOf: (offset: number) => number) {
    this.#lineOf = lineOf;
    this.#cursor = new Cursor(document);
    // At the start, a byte order mark tells the encoding.
    if (this.#cursor.code() === byteOrderMark) this.#cursor.at = 1;
    if (this.#cursor.at === 1) this.#cursor.startLine();
    this.#candidates.push({ at: 0, line: 0, column: 0, isRequired: false, tokenNumber: 0, isPossible: false });
  }

  /** The next token, which stays the next one. */
  peek(): Token {
    if (!this.#hasNext) this.#fetchMore();
    // fetchMore() leaves one at least.
    return this.#tokens[this.#head] as Token;
  }

  /** Takes the token that peek() gave. */
  skip(): void {
    this.#hasNext = false;
    this.#takenCount++;
    this.#head++;
    if (this.#head === this.#tokens.length) {
      this.#tokens = [];
      this.#head = 0;
    }
  }

  #fetchMore(): void {
    for (;;) {
      if (this.#head !== this.#tokens.length) {
        // The next token may turn out to be the start of a key.
        const level = this.#levels.levelOf(this.#takenCount);
        const candidate = level === undefined ? undefined : this.#candidates[level];
        if (candidate === undefined || !this.#isStillPossible(candidate)) break;
      }
      this.#fetch();
    }
    this.#hasNext = true;
  }

  #fetch(): void {
    const cursor = this.#cursor;
    this.#skipToToken();
    this.#unrollIndent(cursor.column);
    const code = cursor.code();
    if (code === nul) return void this.#fetchEnd();
    const next = cursor.code(1);
    const isFlow = this.#flowLevel > 0;
    if (cursor.column === 0) {
      if (code === 0x25) return void this.#fetchDirective();
      if (isBlankOrEnd(cursor.code(3))) {
        if (cursor.text.startsWith("---", cursor.at)) return void this.#fetchDocumentMark("documentStart");
        if (cursor.text.startsWith("...", cursor.at)) return void this.#fetchDocumentMark("documentEnd");
      }
    }
    switch (code) {
      case 0x5b: // [
        return void this.#fetchFlowStart("flowList");
      case 0x7b: // {
        return void this.#fetchFlowStart("flowObject");
      case 0x5d: // ]
        return void this.#fetchFlowEnd("flowListEnd");
      case 0x7d: // }
        return void this.#fetchFlowEnd("flowObjectEnd");
      case 0x2c: // ,
        this.#removeCandidate();
        this.#isKeyAllowed = true;
        return void this.#pushMark("flowEntry", 1);
      case 0x2d: // -
        if (isBlankOrEnd(next)) return void this.#fetchEntry();
        break;
      case 0x3f: // ?
        if (isFlow || isBlankOrEnd(next)) return void this.#fetchKey();
        break;
      case 0x3a: // :
        if (isFlow || isBlankOrEnd(next)) return void this.#fetchValue();
        break;
      case 0x2a: // *
        return void this.#fetchName("alias");
      case 0x26: // &
        return void this.#fetchName("anchor");
      case 0x21: // !
        this.#saveCandidate();
        this.#isKeyAllowed = false;
        this.#tokens.push(scanTag(cursor));
        return;
      case 0x7c: // |
      case 0x3e: // >
        if (!isFlow) return void this.#fetchBlockScalar(code === 0x7c);
        break;
      case 0x27: // '
      case 0x22: { // "
        this.#saveCandidate();
        this.#isKeyAllowed = false;
        const start = cursor.at;
        this.#tokens.push({ type: "scalar", start, value: scanQuoted(cursor), isPlain: false });
        return;
      }
    }
    if (!this.#canBeginPlain(code, next)) throw cannotBegin(cursor, isFlow);
    this.#fetchPlain();
  }

  /** Goes over blanks, comments and line breaks. Outside brackets a tab may not indent what may be a key. */
  #skipToToken(): void {
    const cursor = this.#cursor;
    for (;;) {
      const mayBeTab = this.#flowLevel > 0 || !this.#isKeyAllowed;
      let { at } = cursor;
      for (let code = cursor.code(); code === space || (mayBeTab && code === tab);) code = cursor.text.charCodeAt(++at);
      cursor.skipTo(at);
      if (cursor.code() === 0x23) cursor.skipToLineEnd();
      if (!isBreak(cursor.code())) return;
      cursor.skipBreak();
      if (this.#flowLevel === 0) this.#isKeyAllowed = true;
    }
  }

  #canBeginPlain(code: number, next: number): boolean {
    // Of "-", only a space or a tab after it is asked here: what a line break follows was an entry.
    if (code === 0x2d) return !isBlank(next);
    if (code === 0x3f || code === 0x3a) return this.#flowLevel === 0 && !isBlankOrEnd(next);
    return !isBlankOrEnd(code) && !(code < 128 && cannotBeginPlain[code] === 1);
  }

  #fetchEnd(): void {
    this.#unrollIndent(-1);
    this.#removeCandidate();
    this.#isKeyAllowed = false;
    this.#pushMark("streamEnd", 0);
  }

  #fetchDirective(): void {
    this.#unrollIndent(-1);
    this.#removeCandidate();
    this.#isKeyAllowed = false;
    this.#tokens.push(scanDirective(this.#cursor));
  }

  #fetchDocumentMark(type: "documentStart" | "documentEnd"): void {
    this.#unrollIndent(-1);
    this.#removeCandidate();
    this.#isKeyAllowed = false;
    this.#pushMark(type, 3);
  }

  #fetchFlowStart(type: "flowList" | "flowObject"): void {
    this.#saveCandidate();
    // It has the number of the bracket, which go-yaml forgets with it: "[]: a" is not a key, as "[b]: a" is.
    const tokenNumber = this.#nextTokenNumber();
    this.#candidates.push({ at: 0, line: 0, column: 0, isRequired: false, tokenNumber, isPossible: false });
    if (++this.#flowLevel > maxDepth) throw new YamlError(tooDeep, this.#cursor.at);
    this.#isKeyAllowed = true;
    this.#pushMark(type, 1);
  }

  #fetchFlowEnd(type: "flowListEnd" | "flowObjectEnd"): void {
    this.#removeCandidate();
    if (this.#flowLevel > 0) {
      this.#flowLevel--;
      this.#levels.delete(this.#candidates.pop()?.tokenNumber ?? 0);
    }
    this.#isKeyAllowed = false;
    this.#pushMark(type, 1);
  }

  #fetchEntry(): void {
    const cursor = this.#cursor;
    if (this.#flowLevel === 0) {
      if (!this.#isKeyAllowed) {
        throw new YamlError(
          'A list item cannot begin here: put its "-" on a line of its own, or quote the text',
          cursor.at,
        );
      }
      this.#rollIndent(cursor.column, -1, "blockList", cursor.at);
    }
    this.#removeCandidate();
    this.#isKeyAllowed = true;
    this.#pushMark("entry", 1);
  }

  #fetchKey(): void {
    const cursor = this.#cursor;
    if (this.#flowLevel === 0) {
      if (!this.#isKeyAllowed) throw new YamlError('A key that begins with "? " is not allowed here', cursor.at);
      this.#rollIndent(cursor.column, -1, "blockObject", cursor.at);
    }
    this.#removeCandidate();
    this.#isKeyAllowed = this.#flowLevel === 0;
    this.#pushMark("key", 1);
  }

  #fetchValue(): void {
    const cursor = this.#cursor;
    const candidate = this.#candidate();
    if (this.#isStillPossible(candidate)) {
      const position = candidate.tokenNumber - this.#takenCount;
      this.#insert({ type: "key", start: candidate.at }, position);
      this.#rollIndent(candidate.column, position, "blockObject", candidate.at);
      this.#forget(candidate);
      this.#isKeyAllowed = false;
    } else {
      if (this.#flowLevel === 0) {
        if (!this.#isKeyAllowed) throw this.#misplacedColon();
        this.#rollIndent(cursor.column, -1, "blockObject", cursor.at);
      }
      this.#isKeyAllowed = this.#flowLevel === 0;
    }
    this.#pushMark("value", 1);
  }

  #misplacedColon(): YamlError {
    const { at, line } = this.#cursor;
    // A plain value goes on below, wherever it is indented further than its key.
    if (this.#plainStart !== -1 && this.#plainLine < line && this.#isLast(this.#plainStart)) {
      if (this.#cursor.text.startsWith("---", this.#plainStart)) {
        return new YamlError('"---" is text unless a space follows it, or the end of its line', this.#plainStart);
      }
      const text = `the text of line ${this.#lineOf(this.#plainStart)}`;
      return new YamlError(
        `":" is not allowed in ${text}, which goes on here: indent the key otherwise, or quote the text`,
        at,
      );
    }
    return new YamlError(
      '":" is not allowed here: quote a value that holds ": ", or begin the key on its own line',
      at,
    );
  }

  #isLast(start: number): boolean {
    const last = this.#tokens.at(-1);
    return last === undefined || last.start === start;
  }

  #fetchName(type: "alias" | "anchor"): void {
    const cursor = this.#cursor;
    this.#saveCandidate();
    this.#isKeyAllowed = false;
    const start = cursor.at;
    let end = start + 1;
    while (isWord(cursor.text.charCodeAt(end))) end++;
    const isEnded = isBlankOrEnd(cursor.text.charCodeAt(end)) || "?:,]}%@`".includes(cursor.text.charAt(end));
    if (end === start + 1 || !isEnded) {
      const indicator = cursor.text.charAt(start);
      const what = type === "alias" ? "alias" : "anchor";
      throw new YamlError(
        `"${indicator}" begins an ${what}, whose name has only letters, digits, "_" and "-": quote other text`,
        start,
      );
    }
    cursor.skipTo(end);
    this.#tokens.push({ type, start, name: cursor.text.slice(start + 1, end) });
  }

  #fetchBlockScalar(isLiteral: boolean): void {
    this.#removeCandidate();
    this.#isKeyAllowed = true;
    const start = this.#cursor.at;
    const value = scanBlockScalar(this.#cursor, isLiteral, this.#indent);
    this.#tokens.push({ type: "scalar", start, value, isPlain: false });
  }

  #fetchPlain(): void {
    this.#saveCandidate();
    this.#isKeyAllowed = false;
    const start = this.#cursor.at;
    this.#plainStart = start;
    this.#plainLine = this.#cursor.line;
    const { value, isLineEnd } = scanPlain(this.#cursor, this.#flowLevel > 0, this.#indent + 1);
    this.#tokens.push({ type: "scalar", start, value, isPlain: true });
    if (isLineEnd) this.#isKeyAllowed = true;
  }

  /** A key that may begin here has its ":" on the same line, at most 1,024 characters on. */
  #isStillPossible(candidate: KeyCandidate): boolean {
    if (!candidate.isPossible) return false;
    if (candidate.line === this.#cursor.line && !this.#isTooLong(candidate)) return true;
    this.#failIfRequired(candidate);
    candidate.isPossible = false;
    return false;
  }

  #isTooLong({ at }: KeyCandidate): boolean {
    const length = this.#cursor.at - at;
    return length > longestKey &&
      (length > 2 * longestKey || [...this.#cursor.text.slice(at, this.#cursor.at)].length > longestKey);
  }

  #nextTokenNumber(): number {
    return this.#takenCount + this.#tokens.length - this.#head;
  }

  /** That of the brackets that the cursor is in. */
  #candidate(): KeyCandidate {
    return this.#candidates[this.#candidates.length - 1] as KeyCandidate; // there is one for the top
  }

  #saveCandidate(): void {
    if (!this.#isKeyAllowed) return;
    this.#removeCandidate();
    const candidate = this.#candidate();
    const { at, line, column } = this.#cursor;
    candidate.at = at;
    candidate.line = line;
    candidate.column = column;
    candidate.isRequired = this.#flowLevel === 0 && this.#indent === column;
    candidate.tokenNumber = this.#nextTokenNumber();
    candidate.isPossible = true;
    this.#levels.set(candidate.tokenNumber, this.#candidates.length - 1);
  }

  #removeCandidate(): void {
    const candidate = this.#candidate();
    if (!candidate.isPossible) return;
    this.#failIfRequired(candidate);
    this.#forget(candidate);
  }

  #failIfRequired(candidate: KeyCandidate): void {
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

  #forget(candidate: KeyCandidate): void {
    candidate.isPossible = false;
    this.#levels.delete(candidate.tokenNumber);
  }

  /** Begins a block collection where the column is further in than the one around it. */
  #rollIndent(column: number, position: number, type: "blockList" | "blockObject", start: number): void {
    if (this.#flowLevel > 0 || this.#indent >= column) return;
    this.#indents.push(this.#indent);
    this.#indent = column;
    if (this.#indents.length > maxDepth) throw new YamlError(tooDeep, start);
    this.#insert({ type, start }, position);
  }

  #unrollIndent(column: number): void {
    if (this.#flowLevel > 0) return;
    while (this.#indent > column) {
      this.#tokens.push({ type: "blockEnd", start: this.#cursor.at });
      this.#indent = this.#indents.pop() ?? -1;
    }
  }

  #insert(token: Token, position: number): void {
    const tokens = this.#tokens;
    tokens.push(token);
    if (position < 0) return;
    // Nearly always there is one token behind it.
    const first = this.#head + position;
    for (let index = tokens.length - 1; index > first; index--) tokens[index] = tokens[index - 1] as Token;
    tokens[first] = token;
  }

  #pushMark(type: MarkToken["type"], length: number): void {
    this.#tokens.push({ type, start: this.#cursor.at });
    this.#cursor.skipTo(this.#cursor.at + length);
  }
}

/** By the code of a character: 1 where no plain value begins with it, whatever comes after. */
const cannotBeginPlain: Uint8Array = new Uint8Array(128);
for (const character of ",[]{}#&*!|>'\"%@`") cannotBeginPlain[character.charCodeAt(0)] = 1;

function cannotBegin(cursor: Cursor, isFlow: boolean): YamlError {
  const character = cursor.text.charAt(cursor.at);
  if (character === "\t") return new YamlError("A tab cannot indent: use spaces", cursor.at);
  if (isFlow && (character === "|" || character === ">")) {
    return new YamlError(`A "${character}" block is not allowed in brackets: quote the text`, cursor.at);
  }
  return new YamlError(`"${character}" cannot begin a value: quote it`, cursor.at);
}
