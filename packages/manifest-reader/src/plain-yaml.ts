import { maxDocumentLength } from "./guards.ts";
import { type ResolveScalar, resolveScalar } from "./resolve-scalar.ts";

/** An object that is being filled. */
type MutableObject = Record<string, unknown>;

/** The value of a document, and where its first key stands. */
export interface PlainDocument {
  readonly value: Readonly<Record<string, unknown>>;
  readonly start: number;
}

const [tab, lf, space, doubleQuote, hash, singleQuote] = [0x09, 0x0a, 0x20, 0x22, 0x23, 0x27] as const;
const [comma, dash, colon, openBracket, backslash, closeBracket] = [0x2c, 0x2d, 0x3a, 0x5b, 0x5c, 0x5d] as const;
const [openBrace, bar, closeBrace] = [0x7b, 0x7c, 0x7d] as const;

// Line breaks of other systems, what YAML cannot hold, and what needs a second look: halves of characters, marks of
// order.
const unusual = /[^\t\n -~\u00a0-\u1fff\u2030-\ud7ff\ue000-\ufdff]/;
const deepest = 100;

/** By the code of a character: 1 where a key may go on with it, 2 where it may begin with it too. */
const keyCharacters: Uint8Array = tableOf(
  "0123456789./-",
  1,
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_",
  2,
);
/** By the code of a character: 1 where no plain scalar begins with it, or only some do. */
const indicators: Uint8Array = tableOf("#&*!|>'\"%@`,[]{}?:-<=\t\n ", 1, "", 0);

/**
 * Reads a document that is written in the part of YAML that nearly all manifests keep to: block objects and lists,
 * plain and quoted scalars on one line, `|` blocks, and lists of scalars in brackets. That takes a fraction of the time
 * that the parser of all of YAML takes.
 *
 * It makes the same value as `construct()` does from the events of that parser, or none: where a document holds
 * anything else, or anything wrong, it is in doubt and leaves the document to the parser, which also knows what to say
 * about it.
 *
 * @param text One document; a `---` line may open it.
 * @returns `undefined` where it is in doubt, and for documents that hold no object.
 */
export function readPlainYaml(text: string, resolve: ResolveScalar = resolveScalar): PlainDocument | undefined {
  if (text.length > maxDocumentLength || !text.endsWith("\n") || unusual.test(text)) return undefined;
  return new PlainReader(text, resolve).read();
}

class PlainReader {
  readonly #text: string;
  readonly #resolve: ResolveScalar;
  /** Where the line that is next begins, spaces left out. */
  #at = 0;
  /** The spaces in front of it; -1 after the last line. */
  #indent = 0;
  #isInDoubt = false;

  constructor(text: string, resolve: ResolveScalar) {
    this.#text = text;
    this.#resolve = resolve;
  }

  read(): PlainDocument | undefined {
    this.#skipTo(this.#afterSeparator());
    const indent = this.#indent;
    if (indent !== 0) return undefined;
    const start = this.#at;
    const value = this.#readObject(indent, 0);
    return this.#isInDoubt || this.#indent !== -1 ? undefined : { value, start };
  }

  /** Where the text begins, behind a `---` line with nothing or a comment on it. */
  #afterSeparator(): number {
    const text = this.#text;
    if (!text.startsWith("---")) return 0;
    const at = this.#skipSpaces(3);
    const code = text.charCodeAt(at);
    // Anything else is not a separator to the parser.
    return code === lf || (code === hash && at > 3) ? text.indexOf("\n", at) + 1 : 0;
  }

  /** Goes to the first line that is neither empty nor a comment, from the start of a line. */
  #skipTo(lineStart: number): void {
    const text = this.#text;
    for (let start = lineStart;;) {
      let at = start;
      let code = text.charCodeAt(at);
      while (code === space) code = text.charCodeAt(++at);
      if (code === lf) start = at + 1;
      else if (code === hash) start = text.indexOf("\n", at) + 1;
      else {
        this.#at = at;
        this.#indent = at < text.length ? at - start : -1;
        return;
      }
    }
  }

  #doubt(): undefined {
    this.#isInDoubt = true;
    this.#indent = -1;
    return undefined;
  }

  #readObject(indent: number, depth: number): MutableObject {
    const text = this.#text;
    const object: MutableObject = {};
    let count = 0;
    do {
      const start = this.#at;
      let end = start;
      if (keyCharacters[text.charCodeAt(start)] === 2) {
        do end++; while ((keyCharacters[text.charCodeAt(end)] ?? 0) > 0);
      }
      const key = text.slice(start, end);
      const after = text.charCodeAt(end + 1);
      const isKey = text.charCodeAt(end) === colon && (after === space || after === lf) && end - start < 1000;
      // A word such as "on" is not text, and an object takes some names for more than a key.
      if (!isKey || key === "" || key === "__proto__" || this.#resolve(key) !== key || depth > deepest) this.#doubt();
      else object[key] = this.#readValue(end + 1, indent, depth);
      count++;
    } while (this.#indent === indent);
    // Some key is duplicated.
    if (this.#indent > indent || Object.keys(object).length !== count) this.#doubt();
    return object;
  }

  /** Reads what follows a key. */
  #readValue(from: number, indent: number, depth: number): unknown {
    const at = this.#skipSpaces(from);
    const code = this.#text.charCodeAt(at);
    if (code !== lf && code !== hash) return this.#readScalar(at, code, indent);
    this.#skipTo(this.#text.indexOf("\n", at) + 1);
    if (this.#indent >= indent && this.#isItem()) return this.#readList(this.#indent, depth + 1);
    return this.#indent > indent ? this.#readObject(this.#indent, depth + 1) : null;
  }

  #isItem(): boolean {
    return this.#text.charCodeAt(this.#at) === dash && this.#text.charCodeAt(this.#at + 1) === space;
  }

  #readList(indent: number, depth: number): readonly unknown[] {
    const list: unknown[] = [];
    do {
      const at = this.#skipSpaces(this.#at + 1);
      list.push(this.#readItem(at, indent, depth));
    } while (this.#indent === indent && this.#isItem());
    if (this.#indent > indent) this.#doubt();
    return list;
  }

  #readItem(at: number, indent: number, depth: number): unknown {
    const text = this.#text;
    const code = text.charCodeAt(at);
    if (keyCharacters[code] === 2) {
      let end = at + 1;
      while ((keyCharacters[text.charCodeAt(end)] ?? 0) > 0) end++;
      const after = text.charCodeAt(end + 1);
      if (text.charCodeAt(end) === colon && (after === space || after === lf)) {
        // The first key is next to the dash, the others are below it.
        this.#indent = indent + at - this.#at;
        this.#at = at;
        return this.#readObject(this.#indent, depth + 1);
      }
    }
    return code === lf || code === hash ? this.#doubt() : this.#readScalar(at, code, indent);
  }

  /** Reads a value that begins here and ends on this line, unless it is a block. */
  #readScalar(at: number, code: number, indent: number): unknown {
    const text = this.#text;
    if (indicators[code] !== 1) return this.#readPlain(at, indent);
    switch (code) {
      case doubleQuote:
      case singleQuote: {
        const end = this.#endOfQuoted(at, code);
        return end === -1 ? this.#doubt() : this.#endLine(end + 1, indent, text.slice(at + 1, end));
      }
      case dash: {
        const after = text.charCodeAt(at + 1);
        return after === space || after === lf || after === tab ? this.#doubt() : this.#readPlain(at, indent);
      }
      case bar:
        return this.#readBlock(at, indent);
      case openBracket:
        return this.#readBrackets(at, indent);
      case openBrace:
        return text.charCodeAt(at + 1) === closeBrace ? this.#endLine(at + 2, indent, {}) : this.#doubt();
      default:
        return this.#doubt();
    }
  }

  #readPlain(start: number, indent: number): unknown {
    const text = this.#text;
    let at = start;
    let before = 0;
    let end = start;
    for (let code = text.charCodeAt(at); code !== lf; code = text.charCodeAt(++at)) {
      if (code === hash && before === space) break;
      if (code === tab || (before === colon && code === space)) return this.#doubt();
      if (code !== space) end = at + 1;
      before = code;
    }
    if (text.charCodeAt(end - 1) === colon) return this.#doubt();
    const value = this.#resolve(text.slice(start, end));
    return typeof value === "number" && !Number.isFinite(value) ? this.#doubt() : this.#endLine(end, indent, value);
  }

  /** Goes on to the next line, where a value on one line has ended. What is indented further would belong to it. */
  #endLine<Value>(from: number, indent: number, value: Value): Value | undefined {
    const at = this.#skipSpaces(from);
    const code = this.#text.charCodeAt(at);
    if (code !== lf && (code !== hash || at === from)) return this.#doubt();
    this.#skipTo(this.#text.indexOf("\n", at) + 1);
    return this.#indent > indent ? this.#doubt() : value;
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === space) at++;
    return at;
  }

  /** Where the quote that closes stands, -1 where there is more to the text than meets the eye. */
  #endOfQuoted(start: number, quote: number): number {
    const text = this.#text;
    for (let at = start + 1;; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) return quote === singleQuote && text.charCodeAt(at + 1) === singleQuote ? -1 : at;
      if (code === lf || code === tab || (code === backslash && quote === doubleQuote)) return -1;
    }
  }

  #readBlock(start: number, indent: number): unknown {
    const text = this.#text;
    const isStripped = text.charCodeAt(start + 1) === dash;
    const headEnd = this.#skipSpaces(start + (isStripped ? 2 : 1));
    const first = this.#skipSpaces(headEnd + 1);
    const column = first - headEnd - 1;
    const code = text.charCodeAt(first);
    if (text.charCodeAt(headEnd) !== lf || code === lf || code === tab || column <= indent) return this.#doubt();
    let value = "";
    let breaks = 0;
    let lineStart = headEnd + 1;
    while (lineStart < text.length) {
      let at = lineStart;
      while (at < lineStart + column && text.charCodeAt(at) === space) at++;
      const isEmpty = text.charCodeAt(at) === lf;
      if (!isEmpty && at < lineStart + column) break;
      const end = isEmpty ? at : text.indexOf("\n", at);
      if (!isEmpty) {
        value += (breaks === 1 ? "\n" : "\n".repeat(breaks)) + text.slice(at, end);
        breaks = 0;
      }
      breaks++;
      lineStart = end + 1;
    }
    this.#skipTo(lineStart);
    return this.#indent > indent ? this.#doubt() : isStripped ? value : `${value}\n`;
  }

  /** Reads `[a, "b", 3]`. */
  #readBrackets(start: number, indent: number): unknown {
    const text = this.#text;
    const list: unknown[] = [];
    let at = this.#skipSpaces(start + 1);
    if (text.charCodeAt(at) === closeBracket) return this.#endLine(at + 1, indent, list);
    for (;; at = this.#skipSpaces(at + 1)) {
      const code = text.charCodeAt(at);
      if (code === doubleQuote || code === singleQuote) {
        const end = this.#endOfQuoted(at, code);
        if (end === -1) return this.#doubt();
        list.push(text.slice(at + 1, end));
        at = end + 1;
      } else {
        const from = at;
        while ((keyCharacters[text.charCodeAt(at)] ?? 0) > 0) at++;
        const word = text.slice(from, at);
        const value = this.#resolve(word);
        const isPlain = word !== "" && word !== "-" && !(typeof value === "number" && !Number.isFinite(value));
        if (!isPlain) return this.#doubt();
        list.push(value);
      }
      at = this.#skipSpaces(at);
      const next = text.charCodeAt(at);
      if (next === closeBracket) return this.#endLine(at + 1, indent, list);
      if (next !== comma) return this.#doubt();
    }
  }
}

function tableOf(low: string, lowValue: number, high: string, highValue: number): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of low) table[character.charCodeAt(0)] = lowValue;
  for (const character of high) table[character.charCodeAt(0)] = highValue;
  return table;
}
