import { maxDepth, maxValues, tooDeep, tooMany } from "../guards.ts";
import type { Event } from "../event.ts";
import { checkCharacters } from "./check-characters.ts";
import { Scanner } from "./scanner.ts";
import { TagHandles } from "./tag-handles.ts";
import { describeToken, type Token } from "./token.ts";
import { YamlError } from "./yaml-error.ts";

/** The first document of a text. */
export interface ParsedDocument {
  /** Empty where there is none. */
  readonly events: readonly Event[];
  /** Where text follows that belongs to no document, so that kubectl ignores it. */
  readonly ignoredAt: number | undefined;
}

/** What comes next in a collection. */
type State =
  | "entry"
  | "entryWithoutIndent"
  | "firstKey"
  | "key"
  | "value"
  | "firstFlowEntry"
  | "flowEntry"
  | "pairKey"
  | "pairValue"
  | "pairEnd"
  | "firstFlowKey"
  | "flowKey"
  | "flowValue"
  | "flowEmptyValue"
  | "documentEnd";

/** Where a collection begins, and with which bracket, if any. */
interface Opening {
  readonly start: number;
  readonly bracket: "[" | "{" | undefined;
}

/** The tokens that a value begins with. */
const valueStarts: ReadonlySet<Token["type"]> = new Set(["scalar", "alias", "anchor", "tag", "flowList", "flowObject"]);

const closing = { "[": "]", "{": "}" } as const;

const endEvent: Event = { type: "end" };

/**
 * Parses the first document of a text as go-yaml does.
 *
 * @param lineOf Tells the line of a place, for messages that name another one.
 * @throws {YamlError} If it is not YAML as go-yaml has it.
 * @see {@link https://github.com/yaml/go-yaml/blob/v2.4.4/parserc.go}
 */
export function parseYaml(document: string, lineOf: (offset: number) => number): ParsedDocument {
  checkCharacters(document);
  return new Parser(document, lineOf).parse();
}

class Parser {
  readonly #scanner: Scanner;
  readonly #lineOf: (offset: number) => number;
  readonly #events: Event[] = [];
  /** What goes on when the current collection has ended. */
  readonly #states: State[] = [];
  /** The collections that are open. */
  readonly #open: Opening[] = [];
  readonly #handles = new TagHandles();

  constructor(document: string, lineOf: (offset: number) => number) {
    this.#scanner = new Scanner(document, lineOf);
    this.#lineOf = lineOf;
  }

  parse(): ParsedDocument {
    const { type } = this.#scanner.peek();
    if (type === "streamEnd") return { events: [], ignoredAt: undefined };
    this.#states.push("documentEnd");
    if (type === "documentStart" || type === "versionDirective" || type === "tagDirective") this.#startDocument();
    else this.#parseNode(true, false);
    for (let state = this.#states.pop(); state !== undefined && state !== "documentEnd"; state = this.#states.pop()) {
      this.#step(state);
      // Of each value there are three at most: its key, itself and its end. What makes values of them counts exactly.
      if (this.#events.length > 3 * maxValues) throw new YamlError(tooMany, this.#scanner.peek().start);
    }
    return { events: this.#events, ignoredAt: this.#findIgnored() };
  }

  #startDocument(): void {
    const scanner = this.#scanner;
    let token = scanner.peek();
    let hasVersion = false;
    for (; token.type === "versionDirective" || token.type === "tagDirective"; token = scanner.peek()) {
      if (token.type === "tagDirective") {
        this.#handles.declare(token.handle, token.prefix, token.start);
      } else {
        if (hasVersion) throw new YamlError("The %YAML line is duplicated", token.start);
        if (token.version !== "1.1") {
          throw new YamlError("kubectl reads YAML 1.1 alone: remove the %YAML line", token.start);
        }
        hasVersion = true;
      }
      scanner.skip();
    }
    if (token.type !== "documentStart") {
      const message =
        'Lines that begin with "%" are not allowed here: kubectl takes a "---" below them for the end of a document';
      throw new YamlError(message, token.start);
    }
    scanner.skip();
    const { type } = scanner.peek();
    const isEmpty = type === "versionDirective" || type === "tagDirective" || type === "documentStart" ||
      type === "documentEnd" || type === "streamEnd";
    if (isEmpty) this.#pushEmpty();
    else this.#parseNode(true, false);
  }

  /** kubectl reads one document of each part between "---" lines. */
  #findIgnored(): number | undefined {
    const scanner = this.#scanner;
    const last = scanner.peek();
    if (last.type === "streamEnd") return undefined;
    if (last.type !== "documentEnd") return last.start;
    try {
      while (scanner.peek().type === "documentEnd") scanner.skip();
      const { type, start } = scanner.peek();
      return type === "streamEnd" ? undefined : start;
    } catch (error) {
      if (error instanceof YamlError) return error.offset;
      throw error;
    }
  }

  #step(state: State): void {
    switch (state) {
      case "entry":
        return void this.#parseEntry();
      case "entryWithoutIndent":
        return void this.#parseEntryWithoutIndent();
      case "firstKey":
      case "key":
        return void this.#parseKey();
      case "value":
        return void this.#parseValue();
      case "firstFlowEntry":
      case "flowEntry":
        return void this.#parseFlowEntry(state === "firstFlowEntry");
      case "pairKey":
        return void this.#parsePairKey();
      case "pairValue":
        return void this.#parsePairValue();
      case "pairEnd":
        this.#events.push(endEvent);
        this.#states.push("flowEntry");
        return;
      case "firstFlowKey":
      case "flowKey":
        return void this.#parseFlowKey(state === "firstFlowKey");
      case "flowValue":
        return void this.#parseFlowValue();
      case "flowEmptyValue":
        this.#states.push("flowKey");
        return void this.#pushEmpty();
    }
  }

  #parseNode(isBlock: boolean, mayLackIndent: boolean): void {
    const scanner = this.#scanner;
    let token = scanner.peek();
    if (token.type === "alias") {
      this.#events.push({ type: "alias", start: token.start, name: token.name });
      scanner.skip();
      return;
    }
    const { start } = token;
    let anchor = "";
    let tag = "";
    let hasTag = false;
    // One of each, in either order.
    for (let part = 0; part < 2; part++) {
      if (token.type === "anchor" && anchor === "") anchor = token.name;
      else if (token.type === "tag" && !hasTag) {
        tag = this.#handles.resolve(token);
        hasTag = true;
      } else break;
      scanner.skip();
      token = scanner.peek();
    }
    switch (token.type) {
      case "entry":
        if (!mayLackIndent) break;
        return void this.#begin("list", token.start, anchor, "entryWithoutIndent");
      case "scalar": {
        const isImplicit = (tag === "" && token.isPlain) || tag === "!";
        this.#events.push({ type: "scalar", start: token.start, value: token.value, isImplicit, tag, anchor });
        scanner.skip();
        return;
      }
      case "flowList":
        return void this.#openWithToken("list", token, anchor, "firstFlowEntry");
      case "flowObject":
        return void this.#openWithToken("object", token, anchor, "firstFlowKey");
      case "blockList":
        if (!isBlock) break;
        return void this.#openWithToken("list", token, anchor, "entry");
      case "blockObject":
        if (!isBlock) break;
        return void this.#openWithToken("object", token, anchor, "firstKey");
    }
    if (anchor === "" && tag === "") throw this.#unexpected("a value", token);
    this.#events.push({ type: "scalar", start, value: "", isImplicit: tag === "", tag, anchor });
  }

  #openWithToken(type: "list" | "object", { start }: Token, anchor: string, state: State): void {
    this.#scanner.skip();
    this.#begin(type, start, anchor, state);
  }

  #begin(type: "list" | "object", start: number, anchor: string, state: State): void {
    const bracket = state === "firstFlowEntry" ? "[" : state === "firstFlowKey" ? "{" : undefined;
    this.#events.push({ type, start, anchor });
    this.#open.push({ start, bracket });
    if (this.#open.length > maxDepth) throw new YamlError(tooDeep, start);
    this.#states.push(state);
  }

  #close(): void {
    this.#events.push(endEvent);
    this.#open.pop();
  }

  #parseEntry(): void {
    const scanner = this.#scanner;
    const token = scanner.peek();
    if (token.type === "blockEnd") {
      scanner.skip();
      return void this.#close();
    }
    if (token.type !== "entry") throw this.#unexpectedPart('the next "-" of the list', token);
    scanner.skip();
    this.#states.push("entry");
    const { type } = scanner.peek();
    if (type === "entry" || type === "blockEnd") this.#pushEmpty();
    else this.#parseNode(true, false);
  }

  /** The items of a list whose "-" stands below the "k" of its key. */
  #parseEntryWithoutIndent(): void {
    const scanner = this.#scanner;
    if (scanner.peek().type !== "entry") return void this.#close();
    scanner.skip();
    this.#states.push("entryWithoutIndent");
    const { type } = scanner.peek();
    if (type === "entry" || type === "key" || type === "value" || type === "blockEnd") this.#pushEmpty();
    else this.#parseNode(true, false);
  }

  #parseKey(): void {
    const scanner = this.#scanner;
    const token = scanner.peek();
    if (token.type === "blockEnd") {
      scanner.skip();
      return void this.#close();
    }
    if (token.type !== "key") throw this.#unexpectedPart("the next key of the object", token);
    scanner.skip();
    this.#states.push("value");
    this.#parseBlockPart();
  }

  #parseValue(): void {
    const scanner = this.#scanner;
    this.#states.push("key");
    if (scanner.peek().type !== "value") return void this.#pushEmpty();
    scanner.skip();
    this.#parseBlockPart();
  }

  #parseBlockPart(): void {
    const { type } = this.#scanner.peek();
    if (type === "key" || type === "value" || type === "blockEnd") this.#pushEmpty();
    else this.#parseNode(true, true);
  }

  #parseFlowEntry(isFirst: boolean): void {
    const scanner = this.#scanner;
    const token = this.#nextInBrackets("flowListEnd", isFirst);
    if (token === undefined) return;
    if (token.type === "key") {
      this.#events.push({ type: "object", start: token.start, anchor: "" });
      scanner.skip();
      this.#states.push("pairKey");
    } else {
      this.#states.push("flowEntry");
      this.#parseNode(false, false);
    }
  }

  /** The next part of a list or an object in brackets; none where it has ended. */
  #nextInBrackets(end: Token["type"], isFirst: boolean): Token | undefined {
    const scanner = this.#scanner;
    let token = scanner.peek();
    if (token.type !== end && !isFirst) {
      if (token.type !== "flowEntry") throw this.#unexpected('","', token);
      scanner.skip();
      token = scanner.peek();
    }
    if (token.type !== end) return token;
    scanner.skip();
    this.#close();
    return undefined;
  }

  /** An object of one pair, as in `[a: b]`. */
  #parsePairKey(): void {
    const scanner = this.#scanner;
    const { type } = scanner.peek();
    this.#states.push("pairValue");
    if (type !== "value" && type !== "flowEntry" && type !== "flowListEnd") return void this.#parseNode(false, false);
    // So go-yaml does it: the ":" of a pair without a key is lost, and its value with it.
    scanner.skip();
    this.#pushEmpty();
  }

  #parsePairValue(): void {
    const scanner = this.#scanner;
    this.#states.push("pairEnd");
    if (scanner.peek().type === "value") {
      scanner.skip();
      const { type } = scanner.peek();
      if (type !== "flowEntry" && type !== "flowListEnd") return void this.#parseNode(false, false);
    }
    this.#pushEmpty();
  }

  #parseFlowKey(isFirst: boolean): void {
    const scanner = this.#scanner;
    const token = this.#nextInBrackets("flowObjectEnd", isFirst);
    if (token === undefined) return;
    if (token.type !== "key") {
      this.#states.push("flowEmptyValue");
      return void this.#parseNode(false, false);
    }
    scanner.skip();
    this.#states.push("flowValue");
    const { type } = scanner.peek();
    if (type === "value" || type === "flowEntry" || type === "flowObjectEnd") this.#pushEmpty();
    else this.#parseNode(false, false);
  }

  #parseFlowValue(): void {
    const scanner = this.#scanner;
    this.#states.push("flowKey");
    if (scanner.peek().type === "value") {
      scanner.skip();
      const { type } = scanner.peek();
      if (type !== "flowEntry" && type !== "flowObjectEnd") return void this.#parseNode(false, false);
    }
    this.#pushEmpty();
  }

  #pushEmpty(): void {
    this.#events.push({ type: "scalar", start: undefined, value: "", isImplicit: true, tag: "", anchor: "" });
  }

  #openedAt({ start }: Token): string {
    const line = this.#lineOf(this.#open.at(-1)?.start ?? 0);
    return line === this.#lineOf(start) ? "" : ` that begins on line ${line}`;
  }

  /** Where the next key or "-" should be: text of its own there belongs to the value before it. */
  #unexpectedPart(wanted: string, token: Token): YamlError {
    if (!valueStarts.has(token.type)) return this.#unexpected(wanted + this.#openedAt(token), token);
    return new YamlError(
      `Expected nothing more after the value, found ${describeToken(token)}: quote the whole value`,
      token.start,
    );
  }

  #unexpected(wanted: string, token: Token): YamlError {
    const { bracket, start = 0 } = this.#open.at(-1) ?? {};
    if (bracket === undefined) return new YamlError(`Expected ${wanted}, found ${describeToken(token)}`, token.start);
    if (token.type === "streamEnd") return new YamlError(`"${bracket}" is not closed`, start);
    const close = `the "${closing[bracket]}" of the "${bracket}"${this.#openedAt(token)}`;
    return new YamlError(`Expected ${wanted} or ${close}, found ${describeToken(token)}`, token.start);
  }
}
