import type { DocumentProblem } from "./document-problem.ts";
import type { Event } from "./event.ts";
import { maxDepth, tooDeep } from "./guards.ts";

const [lf, cr, tab, space] = [0x0a, 0x0d, 0x09, 0x20] as const;
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a] as const;
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d] as const;
const bare = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
/** A number whose fraction or exponent has begun. */
const isCutNumber = /^-?\d+(?:\.|(?:\.\d+)?[eE])$/;
const end: Event = { type: "end" };

/** One value, and where it ends. */
export type JsonRead =
  | { readonly events: readonly Event[]; readonly end: number }
  | { readonly problem: DocumentProblem };

/** What stands next: a value, a key, what follows a value, or the colon of a pair. */
type Expectation = "value" | "firstValue" | "key" | "firstKey" | "afterValue" | "colon";

/**
 * Reads one JSON value into the events that YAML is parsed into, so that both are constructed and located alike.
 * JSON.parse() would tell neither positions nor repeated keys.
 */
export function readJsonEvents(text: string, start: number): JsonRead {
  const events: Event[] = [];
  const closers: number[] = [];
  let expected: Expectation = "value";
  let at = start;
  for (;;) {
    at = skipJsonSpace(text, at);
    const code = text.charCodeAt(at);
    if (expected === "afterValue" || expected === "firstValue" || expected === "firstKey") {
      const closer = closers[closers.length - 1];
      if (code === closer) {
        closers.pop();
        events.push(end);
        at++;
        if (closers.length === 0) return { events, end: at };
        expected = "afterValue";
        continue;
      }
      if (expected === "afterValue") {
        if (code !== comma) return fail(text, at, `"," or "${closer === closeBrace ? "}" : "]"}"`);
        expected = closer === closeBrace ? "key" : "value";
        at++;
        continue;
      }
      expected = expected === "firstKey" ? "key" : "value";
    }
    if (expected === "colon") {
      if (code !== colon) return fail(text, at, '":"');
      at++;
      expected = "value";
      continue;
    }
    if (code === quote) {
      const string = readString(text, at);
      if (string === undefined) {
        return { problem: { message: "A string is not closed, or has a character that JSON must escape", offset: at } };
      }
      events.push({ type: "scalar", start: at, value: string.value, isImplicit: false, tag: "", anchor: "" });
      at = string.end;
      if (closers.length === 0) return { events, end: at };
      expected = expected === "key" ? "colon" : "afterValue";
      continue;
    }
    if (expected === "key") return fail(text, at, "a key in quotes");
    if (code === openBrace || code === openBracket) {
      if (closers.length >= maxDepth) return { problem: { message: tooDeep, offset: at } };
      events.push({ type: code === openBrace ? "object" : "list", start: at, anchor: "" });
      closers.push(code === openBrace ? closeBrace : closeBracket);
      expected = code === openBrace ? "firstKey" : "firstValue";
      at++;
      continue;
    }
    bare.lastIndex = at;
    const [value] = bare.exec(text) ?? [];
    if (value === undefined) return fail(text, at, "a value");
    if (isCutNumber.test(value + text.charAt(at + value.length))) return fail(text, at + value.length + 1, "a digit");
    if (!Number.isFinite(Number(value)) && value.length > 5) {
      return { problem: { message: "The number is too large for a float", offset: at } };
    }
    events.push({ type: "scalar", start: at, value, isImplicit: true, tag: "", anchor: "" });
    at += value.length;
    if (closers.length === 0) return { events, end: at };
    expected = "afterValue";
  }
}

/** Where the next part of a JSON text begins. */
export function skipJsonSpace(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code === space || code === lf || code === cr || code === tab;) {
    code = text.charCodeAt(++at);
  }
  return at;
}

const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The string that starts here; `undefined` where it is not one. */
function readString(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  let isEscaped = false;
  for (let at = start + 1; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (!isEscaped) return { value: text.slice(start + 1, at), end: at + 1 };
      const value: string = JSON.parse(text.slice(start, at + 1));
      // Go has no halves of characters, which escapes can write.
      return { value: value.toWellFormed(), end: at + 1 };
    }
    if (code < space) return undefined;
    if (code === backslash) {
      isEscaped = true;
      escapeSequence.lastIndex = at;
      if (!escapeSequence.test(text)) return undefined;
      at = escapeSequence.lastIndex;
    } else {
      at++;
    }
  }
  return undefined;
}

// Of the text only what JSON is made of is named: the rest may be a part of a Secret.
function fail(text: string, offset: number, wanted: string): { readonly problem: DocumentProblem } {
  const next = text.charAt(offset);
  const found = next === "" ? ", found the end" : /["[\]{},:]/.test(next) ? `, found ${JSON.stringify(next)}` : "";
  return { problem: { message: `Expected ${wanted}${found}`, offset } };
}
