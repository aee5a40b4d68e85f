import { maxDepth, tooDeep } from "../guards.ts";
import { isBlank, isBlankOrEnd, isBreak, isWord, nul, space, tab } from "./characters.ts";
import { Cursor } from "./cursor.ts";
import { KeyCandidates } from "./key-candidates.ts";
import { scanBlockScalar } from "./scan-block-scalar.ts";
import { scanPlain } from "./scan-plain.ts";
import { scanQuoted } from "./scan-quoted.ts";
import { scanDirective, scanTag } from "./scan-tag.ts";
import type { MarkToken, Token } from "./token.ts";
import { TokenQueue } from "./token-queue.ts";
import { YamlError } from "./yaml-error.ts";

const byteOrderMark = 0xfeff;

/**
 * Makes tokens of a document as go-yaml does, which Kubernetes reads YAML with. It follows YAML 1.1 in its own way, so
 * that this follows it step by step: what begins a token where, which places a key may begin at, and when it is too late
 * for one.
 *
 * @see {@link https://github.com/yaml/go-yaml/blob/v2.4.4/scannerc.go}
 */
export class Scanner {
  readonly #cursor: Cursor;
  readonly #tokens = new TokenQueue();
  readonly #candidates: KeyCandidates;
  #hasNext = false;
  /** The column of the block collection that the cursor is in; -1 at the top. */
  #indent = -1;
  readonly #indents: number[] = [];
  #flowLevel = 0;
  #isKeyAllowed = true;
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
    this.#candidates = new KeyCandidates(this.#cursor);
  }

  /** The next token, which stays the next one. */
  peek(): Token {
    if (!this.#hasNext) this.#fetchMore();
    return this.#tokens.first as Token; // fetchMore() leaves one at least
  }

  /** Takes the token that peek() gave. */
  skip(): void {
    this.#hasNext = false;
    this.#tokens.take();
  }

  #fetchMore(): void {
    // The next token may turn out to begin a key, which then comes before it.
    while (this.#tokens.isEmpty || this.#candidates.mayBeginAt(this.#tokens.takenCount)) this.#fetch();
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
        this.#candidates.remove();
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
    this.#candidates.remove();
    this.#isKeyAllowed = false;
    this.#pushMark("streamEnd", 0);
  }

  #fetchDirective(): void {
    this.#unrollIndent(-1);
    this.#candidates.remove();
    this.#isKeyAllowed = false;
    this.#tokens.push(scanDirective(this.#cursor));
  }

  #fetchDocumentMark(type: "documentStart" | "documentEnd"): void {
    this.#unrollIndent(-1);
    this.#candidates.remove();
    this.#isKeyAllowed = false;
    this.#pushMark(type, 3);
  }

  #fetchFlowStart(type: "flowList" | "flowObject"): void {
    this.#saveCandidate();
    this.#candidates.openBracket(this.#tokens.nextNumber);
    if (++this.#flowLevel > maxDepth) throw new YamlError(tooDeep, this.#cursor.at);
    this.#isKeyAllowed = true;
    this.#pushMark(type, 1);
  }

  #fetchFlowEnd(type: "flowListEnd" | "flowObjectEnd"): void {
    this.#candidates.remove();
    if (this.#flowLevel > 0) {
      this.#flowLevel--;
      this.#candidates.closeBracket();
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
      this.#rollIndent(cursor.column, "blockList", cursor.at);
    }
    this.#candidates.remove();
    this.#isKeyAllowed = true;
    this.#pushMark("entry", 1);
  }

  #fetchKey(): void {
    const cursor = this.#cursor;
    if (this.#flowLevel === 0) {
      if (!this.#isKeyAllowed) throw new YamlError('A key that begins with "? " is not allowed here', cursor.at);
      this.#rollIndent(cursor.column, "blockObject", cursor.at);
    }
    this.#candidates.remove();
    this.#isKeyAllowed = this.#flowLevel === 0;
    this.#tokens.push({ type: "key", start: cursor.at, isExplicit: true });
    cursor.skipTo(cursor.at + 1);
  }

  #fetchValue(): void {
    const cursor = this.#cursor;
    const key = this.#candidates.takeKey();
    if (key !== undefined) {
      this.#tokens.insert({ type: "key", start: key.at }, key.tokenNumber);
      this.#rollIndent(key.column, "blockObject", key.at, key.tokenNumber);
      this.#isKeyAllowed = false;
    } else {
      if (this.#flowLevel === 0) {
        if (!this.#isKeyAllowed) throw this.#misplacedColon();
        this.#rollIndent(cursor.column, "blockObject", cursor.at);
      }
      this.#isKeyAllowed = this.#flowLevel === 0;
    }
    this.#pushMark("value", 1);
  }

  #misplacedColon(): YamlError {
    const { at, line } = this.#cursor;
    // A plain value goes on below, wherever it is indented further than its key.
    const { start = this.#plainStart } = this.#tokens.last ?? {};
    if (start !== -1 && start === this.#plainStart && this.#plainLine < line) {
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
      throw new YamlError(
        `"${indicator}" begins an ${type}, whose name has only letters, digits, "_" and "-": quote other text`,
        start,
      );
    }
    cursor.skipTo(end);
    this.#tokens.push({ type, start, name: cursor.text.slice(start + 1, end) });
  }

  #fetchBlockScalar(isLiteral: boolean): void {
    this.#candidates.remove();
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

  #saveCandidate(): void {
    if (!this.#isKeyAllowed) return;
    this.#candidates.save(this.#tokens.nextNumber, this.#flowLevel === 0 && this.#indent === this.#cursor.column);
  }

  /**
   * Begins a block collection where the column is further in than the one around it.
   *
   * @param tokenNumber Of the token that it begins with; the next one unless given.
   */
  #rollIndent(column: number, type: "blockList" | "blockObject", start: number, tokenNumber?: number): void {
    if (this.#flowLevel > 0 || this.#indent >= column) return;
    this.#indents.push(this.#indent);
    this.#indent = column;
    if (this.#indents.length > maxDepth) throw new YamlError(tooDeep, start);
    if (tokenNumber === undefined) this.#tokens.push({ type, start });
    else this.#tokens.insert({ type, start }, tokenNumber);
  }

  #unrollIndent(column: number): void {
    if (this.#flowLevel > 0) return;
    while (this.#indent > column) {
      this.#tokens.push({ type: "blockEnd", start: this.#cursor.at });
      this.#indent = this.#indents.pop() ?? -1;
    }
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
