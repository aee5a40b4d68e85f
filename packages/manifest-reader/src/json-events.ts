import { COLLECTION_STYLE, type Event, EVENT_ID, SCALAR_STYLE } from "js-yaml";
import type { DocumentProblem } from "./document-problem.ts";
import { maxDepth, tooDeep } from "./guards.ts";

const none = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 } as const;
const whitespace = /[ \t\r\n]*/y;
const bare = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;

/** What stands next: a value, a key, what follows a value, or the colon of a pair. */
type Expectation = "value" | "firstValue" | "key" | "firstKey" | "afterValue" | "colon";

/**
 * Reads one JSON value into the events of the YAML parser, so that both are constructed and located alike. JSON.parse()
 * would tell neither positions nor repeated keys.
 *
 * @returns The events, and where the value ends.
 */
export function readJsonEvents(
  text: string,
  start: number,
): { readonly events: Event[]; readonly end: number } | { readonly problem: DocumentProblem } {
  const events: Event[] = [{ type: EVENT_ID.DOCUMENT, explicitStart: false, explicitEnd: false, directives: [] }];
  const closers: string[] = [];
  let expected: Expectation = "value";
  let at = start;
  const scalar = (from: number, to: number, style: 1 | 3, isFast: boolean): void => {
    events.push({
      type: EVENT_ID.SCALAR,
      valueStart: from,
      valueEnd: to,
      ...none,
      style,
      chomping: 1,
      indent: -1,
      fast: isFast,
    });
  };
  const matchAt = (expression: RegExp): number => {
    expression.lastIndex = at;
    return expression.test(text) ? expression.lastIndex : -1;
  };
  for (;;) {
    at = matchAt(whitespace);
    const character = text.charAt(at);
    if (expected === "afterValue" || expected === "firstValue" || expected === "firstKey") {
      if (character === closers.at(-1)) {
        closers.pop();
        events.push({ type: EVENT_ID.POP });
        at++;
        if (closers.length === 0) break;
        expected = "afterValue";
        continue;
      }
      if (expected === "afterValue") {
        if (character !== ",") return fail(text, at, `"," or "${closers.at(-1)}"`);
        at++;
        expected = closers.at(-1) === "}" ? "key" : "value";
        continue;
      }
      expected = expected === "firstKey" ? "key" : "value";
    }
    if (expected === "colon") {
      if (character !== ":") return fail(text, at, '":"');
      at++;
      expected = "value";
      continue;
    }
    if (character === '"') {
      const end = endOfString(text, at);
      if (end === -1) {
        return { problem: { message: "A string is not closed, or has a character that JSON must escape", offset: at } };
      }
      scalar(at + 1, end - 1, SCALAR_STYLE.DOUBLE_QUOTED, !text.slice(at, end).includes("\\"));
      at = end;
      if (closers.length === 0) break;
      expected = expected === "key" ? "colon" : "afterValue";
      continue;
    }
    if (expected === "key") return fail(text, at, "a key in quotes");
    if (character === "{" || character === "[") {
      if (closers.length >= maxDepth) {
        return { problem: { message: tooDeep, offset: at } };
      }
      const type = character === "{" ? EVENT_ID.MAPPING : EVENT_ID.SEQUENCE;
      events.push({ type, start: at, ...none, style: COLLECTION_STYLE.FLOW });
      closers.push(character === "{" ? "}" : "]");
      expected = character === "{" ? "firstKey" : "firstValue";
      at++;
      continue;
    }
    const end = matchAt(bare);
    if (end === -1) return fail(text, at, "a value");
    scalar(at, end, SCALAR_STYLE.PLAIN, true);
    at = end;
    if (closers.length === 0) break;
    expected = "afterValue";
  }
  events.push({ type: EVENT_ID.POP });
  return { events, end: at };
}

const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where the string that starts here ends, or -1 if it does not. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -1;
    if (code === 0x5c) {
      escapeSequence.lastIndex = at;
      if (!escapeSequence.test(text)) return -1;
      at = escapeSequence.lastIndex;
    } else {
      at++;
    }
  }
  return -1;
}

// Of the text only what JSON is made of is named: the rest may be a part of a Secret.
function fail(text: string, offset: number, wanted: string): { readonly problem: DocumentProblem } {
  const next = text.charAt(offset);
  const found = next === "" ? ", found the end" : /["[\]{},:]/.test(next) ? `, found ${JSON.stringify(next)}` : "";
  return { problem: { message: `Expected ${wanted}${found}`, offset } };
}
