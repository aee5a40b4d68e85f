import { type AliasEvent, type Event, EVENT_ID, getScalarValue, type MappingEvent, SCALAR_STYLE } from "js-yaml";
import type { ScalarEvent, SequenceEvent } from "js-yaml";
import type { DocumentProblem } from "./document-problem.ts";
import { maxDepth, maxValues, tooDeep, tooMany } from "./guards.ts";
import { startOf } from "./locate.ts";
import { resolveScalar } from "./resolve-scalar.ts";
import { resolveTagged } from "./resolve-tagged.ts";
import { readTagName, type TagHandles, tagHandlesOf } from "./tag-name.ts";

type MutableObject = Record<string, unknown>;

/** What an anchor names, and what aliases make of it: values in all, and levels below. */
interface Anchor {
  readonly value: unknown;
  size: number;
  height: number;
  isOpen: boolean;
}

/** A list or an object that is being filled, or the list around the document. */
interface Frame {
  readonly list: unknown[] | undefined;
  readonly object: MutableObject | undefined;
  readonly anchor: Anchor | undefined;
  readonly start: number;
  size: number;
  height: number;
  /** The key that waits for its value. */
  key: string | undefined;
  keyCount: number;
  isMerge: boolean;
  /** Keys that came by "<<": one of its own may still follow. */
  merged: Set<string> | undefined;
}

const collectionKey = "A list or an object cannot be a key";

/**
 * Builds the value of one document from the events of the parser, as kubectl does: plain scalars by `resolveScalar()`,
 * keys made to text, merge keys, aliases that share what they refer to.
 *
 * It does not recurse, and stops where a key is duplicated, an alias refers to what contains it, or aliases grow beyond
 * measure.
 */
export function construct(
  text: string,
  events: readonly Event[],
): { readonly value: unknown } | { readonly problem: DocumentProblem } {
  // To count keys is faster than to look each of them up, and nearly all documents are in order.
  const fast = run(new Construction(text, false), events);
  const { problem, root } = fast.isInDoubt ? run(new Construction(text, true), events) : fast;
  return problem === undefined ? { value: root[0] } : { problem };
}

function run(construction: Construction, events: readonly Event[]): Construction {
  for (const event of events) {
    construction.take(event);
    if (construction.problem !== undefined || construction.isInDoubt) break;
  }
  return construction;
}

class Construction {
  readonly root: unknown[] = [];
  problem: DocumentProblem | undefined;
  /** Some key may be there twice, or not: only a lookup of each can tell. */
  isInDoubt = false;
  readonly #text: string;
  readonly #looksUpKeys: boolean;
  readonly #frames: Frame[] = [];
  #frame: Frame = frameOf(this.root, undefined, undefined, 0);
  #anchors: Map<string, Anchor> | undefined;
  #handles: TagHandles | undefined;

  constructor(text: string, looksUpKeys: boolean) {
    this.#text = text;
    this.#looksUpKeys = looksUpKeys;
  }

  take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        this.#takeScalar(event);
        break;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        this.#open(event);
        break;
      case EVENT_ID.POP:
        this.#close();
        break;
      case EVENT_ID.ALIAS:
        this.#takeAlias(event);
        break;
      default:
        this.#handles = tagHandlesOf(event);
    }
  }

  #takeScalar(event: ScalarEvent): void {
    const frame = this.#frame;
    const raw = event.valueStart === -1 ? "" : getScalarValue(this.#text, event);
    const isKey = frame.object !== undefined && frame.key === undefined;
    const isPlain = event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1;
    const value = isPlain ? resolveScalar(raw) : event.tagStart === -1 ? raw : this.#resolveTag(event, raw);
    if (event.anchorStart !== -1) this.#anchor(event, value, false);
    if (isKey) {
      this.#takeKey(value, raw, isPlain && raw === "<<", event);
    } else {
      if (typeof value === "number" && !Number.isFinite(value)) {
        this.#fail("JSON cannot hold this number; quote it if it is text", event);
      }
      this.#add(value, 1, 0, event);
    }
  }

  #resolveTag(event: ScalarEvent, raw: string): unknown {
    const tag = readTagName(this.#text.slice(event.tagStart, event.tagEnd), this.#handles);
    const resolved = tag === "!" ? { value: raw } : resolveTagged(tag, raw);
    if ("value" in resolved) return resolved.value;
    this.#fail(resolved.problem, event);
    return undefined;
  }

  #open(event: MappingEvent | SequenceEvent): void {
    const list = event.type === EVENT_ID.SEQUENCE ? [] : undefined;
    const object = list === undefined ? {} : undefined;
    const outer = this.#frame;
    if (outer.object !== undefined && outer.key === undefined) this.#fail(collectionKey, event);
    const anchor = event.anchorStart === -1 ? undefined : this.#anchor(event, list ?? object, true);
    this.#frames.push(outer);
    this.#frame = frameOf(list, object, anchor, event.start);
  }

  #close(): void {
    const closed = this.#frame;
    const outer = this.#frames.pop();
    if (outer === undefined) return; // the end of the document
    if (closed.anchor !== undefined) {
      closed.anchor.isOpen = false;
      closed.anchor.size = closed.size;
      closed.anchor.height = closed.height;
    }
    if (!this.#looksUpKeys && closed.object !== undefined && closed.keyCount !== Object.keys(closed.object).length) {
      this.isInDoubt = true;
    }
    this.#frame = outer;
    this.#add(closed.list ?? closed.object, closed.size, closed.height, closed.start);
  }

  #takeAlias(event: AliasEvent): void {
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    const anchor = this.#anchors?.get(name);
    const frame = this.#frame;
    if (anchor === undefined) this.#fail("There is no anchor of this name before the alias", event);
    else if (anchor.isOpen) this.#fail(`The alias ${JSON.stringify(name)} refers to what contains it`, event);
    else if (frame.object === undefined || frame.key !== undefined) {
      this.#add(anchor.value, anchor.size, anchor.height, event);
    } else if (typeof anchor.value === "object" && anchor.value !== null) this.#fail(collectionKey, event);
    else this.#takeKey(anchor.value, name, false, event);
  }

  #anchor(event: ScalarEvent | MappingEvent | SequenceEvent, value: unknown, isOpen: boolean): Anchor {
    const anchor = { value, size: 1, height: 0, isOpen };
    this.#anchors ??= new Map();
    this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), anchor);
    return anchor;
  }

  #takeKey(value: unknown, raw: string, isMerge: boolean, event: Event): void {
    const frame = this.#frame;
    const key = typeof value === "string" ? value : keyText(value, raw);
    frame.key = key ?? "";
    frame.isMerge = isMerge;
    if (key === undefined) {
      this.#fail(`${raw === "" ? "Nothing" : JSON.stringify(raw)} cannot be a key`, event);
    } else if (!this.#looksUpKeys) {
      frame.keyCount++;
      if (isMerge) this.isInDoubt = true;
    } else if (
      !isMerge && frame.object !== undefined && Object.hasOwn(frame.object, key) && !frame.merged?.delete(key)
    ) {
      this.#fail(`The key ${JSON.stringify(key.slice(0, 200))} is duplicated`, event);
    }
  }

  #add(value: unknown, size: number, height: number, at: Event | number): void {
    const frame = this.#frame;
    frame.size += size;
    if (frame.size > maxValues) this.#fail(tooMany, at);
    if (height >= frame.height) {
      frame.height = height + 1;
      if (this.#frames.length + height > maxDepth) this.#fail(tooDeep, at);
    }
    if (frame.object === undefined) {
      frame.list?.push(value);
    } else {
      if (frame.isMerge) this.#merge(frame, frame.object, value, at);
      else if (frame.key !== undefined) set(frame.object, frame.key, value);
      frame.key = undefined;
    }
  }

  /** As kubectl merges: over what is there already; what follows in the text wins, and the first of a list. */
  #merge(frame: Frame, object: MutableObject, value: unknown, at: Event | number): void {
    frame.merged ??= new Set();
    for (const source of Array.isArray(value) ? value.toReversed() : [value]) {
      if (typeof source !== "object" || source === null || Array.isArray(source)) {
        this.#fail('"<<" needs an object or a list of objects', at);
        return;
      }
      for (const [key, part] of Object.entries(source)) {
        frame.size++;
        frame.merged.add(key);
        set(object, key, part);
      }
      if (frame.size > maxValues) this.#fail(tooMany, at);
      if (this.problem !== undefined) return;
    }
  }

  /** The first problem counts. */
  #fail(message: string, at: Event | number): void {
    this.problem ??= { message, offset: (typeof at === "number" ? at : startOf(at)) ?? this.#frame.start };
  }
}

function frameOf(
  list: unknown[] | undefined,
  object: MutableObject | undefined,
  anchor: Anchor | undefined,
  start: number,
): Frame {
  return {
    list,
    object,
    anchor,
    start,
    size: 1,
    height: 0,
    key: undefined,
    keyCount: 0,
    isMerge: false,
    merged: undefined,
  };
}

/** Assigning to `__proto__` would change the object's prototype instead. */
function set(target: MutableObject, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}

/** kubectl makes keys to text: `yes: 1` has the key `true`. */
function keyText(value: unknown, raw: string): string | undefined {
  // Integers too long for a number, and those that are none, are written as they stand.
  if (typeof value === "number") return /^[1-9][0-9]*$/.test(raw) || !Number.isFinite(value) ? raw : String(value);
  return typeof value === "boolean" ? String(value) : undefined;
}
