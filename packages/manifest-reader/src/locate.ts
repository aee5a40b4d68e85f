import type { Event } from "./event.ts";
import { keyText } from "./key-text.ts";
import { resolveScalar } from "./resolve-scalar.ts";

/** Which end of a field an issue is about. */
export type Target = "key" | "value";

/** Where a field stands: the indexes of the events that open its key and its value. */
interface Place {
  /** `undefined` for a list's item and the document itself. */
  readonly keyIndex: number | undefined;
  readonly valueIndex: number;
}

interface Step {
  readonly place: Place;
  /** What is left of the path. */
  readonly rest: string;
}

/** A path has few steps; one with more is hostile, and its position may be rough. */
const mostSteps = 100;
/** "<<" of what has a "<<" itself, and so on. */
const mostMerges = 100;

/**
 * Finds fields of one document in its text.
 *
 * Field paths are the API server's: keys in them are not quoted, so that it takes the document to read them, and the
 * longest key that fits wins. A field that is not there is found at the nearest field around it that is.
 */
export class Locator {
  readonly #events: readonly Event[];
  /** The index after each list or object. */
  readonly #ends = new Map<number, number>();
  readonly #aliases = new Map<number, number>();
  readonly #items = new Map<number, readonly number[]>();
  readonly #fields = new Map<number, ReadonlyMap<string, Place>>();

  constructor(events: readonly Event[]) {
    this.#events = events;
    const open: number[] = [];
    const anchors = new Map<string, number>();
    for (const [index, event] of events.entries()) {
      if (event.type === "end") {
        this.#ends.set(open.pop() ?? 0, index + 1);
      } else if (event.type === "alias") {
        this.#aliases.set(index, anchors.get(event.name) ?? index);
      } else {
        if (event.type !== "scalar") open.push(index);
        if (event.anchor !== "") anchors.set(event.anchor, index);
      }
    }
  }

  /**
   * Tells where the field at `fieldPath` stands.
   *
   * @param base The steps to the object that the path starts at: `["items", 2]` for the third object of a List.
   * @returns The offset in the text.
   */
  find(base: readonly (string | number)[], fieldPath: string, target: Target): number {
    let root: Place = { keyIndex: undefined, valueIndex: 0 };
    for (const step of base) {
      const next = typeof step === "number" ? this.#item(root, step) : this.#field(root, step);
      if (next === undefined) return this.#offset(root, "key");
      root = next;
    }
    const found = this.#walk(root, fieldPath);
    // Some paths of the API server leave out "metadata".
    const inMetadata = found.place === root && fieldPath !== "" ? this.#walk(root, `metadata.${fieldPath}`) : found;
    const { place, rest } = inMetadata.rest === "" ? inMetadata : found;
    return this.#offset(place, rest === "" ? target : "key");
  }

  #walk(root: Place, fieldPath: string): Step {
    let step: Step = { place: root, rest: fieldPath };
    for (let count = 0; step.rest !== "" && count < mostSteps; count++) {
      const next = this.#step(step);
      if (next === undefined) break;
      step = next;
    }
    return step;
  }

  #step({ place, rest }: Step): Step | undefined {
    const isBracket = rest.startsWith("[");
    let longest: Step | undefined;
    let tries = 0;
    for (const { index } of rest.matchAll(isBracket ? /\]/g : /[.[]|$/g)) {
      if (++tries > mostSteps) break;
      const name = rest.slice(isBracket ? 1 : 0, index);
      const found = this.#field(place, name) ?? (isBracket ? this.#item(place, Number(name)) : undefined);
      if (found === undefined) continue;
      longest = { place: found, rest: rest.slice(isBracket ? index + 1 : index).replace(/^\./, "") };
    }
    return longest;
  }

  #item({ valueIndex }: Place, wanted: number): Place | undefined {
    const open = this.#target(valueIndex);
    if (this.#events[open]?.type !== "list") return undefined;
    let items = this.#items.get(open);
    if (items === undefined) {
      items = this.#parts(open);
      this.#items.set(open, items);
    }
    const index = items[wanted];
    return index === undefined ? undefined : { keyIndex: undefined, valueIndex: index };
  }

  #field({ valueIndex }: Place, name: string): Place | undefined {
    return this.#fieldsOf(this.#target(valueIndex), 0).get(name);
  }

  #fieldsOf(open: number, depth: number): ReadonlyMap<string, Place> {
    const known = this.#fields.get(open);
    if (known !== undefined) return known;
    const fields = new Map<string, Place>();
    if (this.#events[open]?.type !== "object" || depth > mostMerges) return fields;
    const parts = this.#parts(open);
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const [keyIndex = 0, valueIndex = 0] = [parts[at], parts[at + 1]];
      const name = this.#keyText(keyIndex);
      if (name === undefined) this.#merge(valueIndex, fields, depth);
      else fields.set(name, { keyIndex, valueIndex });
    }
    this.#fields.set(open, fields);
    return fields;
  }

  /** What "<<" brings in stands where it was written. */
  #merge(valueIndex: number, into: Map<string, Place>, depth: number): void {
    const open = this.#target(valueIndex);
    const sources = this.#events[open]?.type === "list" ? this.#parts(open).toReversed() : [open];
    for (const source of sources) {
      for (const [name, place] of this.#fieldsOf(this.#target(source), depth + 1)) into.set(name, place);
    }
  }

  /** The indexes of what a list or an object has inside: items, or keys and values in turn. */
  #parts(open: number): readonly number[] {
    const parts: number[] = [];
    const end = (this.#ends.get(open) ?? 0) - 1;
    for (let index = open + 1; index < end; index = this.#ends.get(index) ?? index + 1) parts.push(index);
    return parts;
  }

  /** The text of a key; `undefined` for the merge key. */
  #keyText(index: number): string | undefined {
    const event = this.#events[this.#target(index)];
    if (event?.type !== "scalar") return "";
    const { value, tag, isImplicit } = event;
    if (tag !== "" || !isImplicit) return value;
    if (value === "<<") return undefined;
    const resolved = resolveScalar(value);
    return typeof resolved === "string" ? resolved : keyText(resolved, value);
  }

  /** What an alias refers to; anything else stays. */
  #target(index: number): number {
    return this.#aliases.get(index) ?? index;
  }

  #offset({ keyIndex, valueIndex }: Place, target: Target): number {
    const [first, second] = target === "key" ? [keyIndex, valueIndex] : [valueIndex, keyIndex];
    return this.#start(first) ?? this.#start(second) ?? 0;
  }

  #start(index: number | undefined): number | undefined {
    const event = index === undefined ? undefined : this.#events[index];
    return event === undefined || event.type === "end" ? undefined : event.start;
  }
}
