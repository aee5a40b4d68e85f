import type { AliasEvent, CollectionEvent, Event, ScalarEvent } from "./event.ts";
import type { DocumentProblem } from "./document-problem.ts";
import { maxDepth, maxValues, tooDeep, tooMany } from "./guards.ts";
import { keyText } from "./key-text.ts";
import { type ResolveScalar, resolveScalar } from "./resolve-scalar.ts";
import { resolveTagged } from "./resolve-tagged.ts";

type MutableObject = Record<string, unknown>;

/** What an anchor names, and what aliases make of it: values in all, levels below, and steps of go-yaml. */
interface Anchor {
  readonly value: unknown;
  /** What a key becomes that is an alias of it; `undefined` where it cannot be one. */
  readonly key: string | undefined;
  size: number;
  height: number;
  stepCount: number;
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
  /** What go-yaml does to decode it, keys and aliases included. */
  stepCount: number;
  /** The key that waits for its value. */
  key: string | undefined;
  keyCount: number;
  isMerge: boolean;
  /** Keys that came by "<<": one of its own may still follow. */
  merged: Set<string> | undefined;
}

const mergeTag = "tag:yaml.org,2002:merge";
const mergeNeeds = '"<<" needs an object or a list of objects';
const tooManyAliases = "Nearly all of its values come from aliases, which kubectl refuses";
const collectionKey = "A list or an object cannot be a key";

/**
 * Builds the value of one document from the events of the parser, as kubectl does: plain scalars by `resolveScalar()`,
 * keys made to text, merge keys, aliases that share what they refer to.
 *
 * It does not recurse, and stops where a key is duplicated, an alias refers to what contains it, or aliases grow beyond
 * measure.
 */
export function construct(
  events: readonly Event[],
  resolve: ResolveScalar = resolveScalar,
): { readonly value: unknown } | { readonly problem: DocumentProblem } {
  // To count keys is faster than to look each of them up, and nearly all documents are in order.
  const fast = run(new Construction(false, resolve), events);
  const { problem, root } = fast.isInDoubt ? run(new Construction(true, resolve), events) : fast;
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
  /** Some key may be duplicated, or not: only a lookup of each can tell. */
  isInDoubt = false;
  readonly #looksUpKeys: boolean;
  readonly #resolve: ResolveScalar;
  readonly #frames: Frame[] = [];
  #frame: Frame = frameOf(this.root, undefined, undefined, 0);
  #anchors: Map<string, Anchor> | undefined;
  #stepCount = 1;
  #aliasStepCount = 0;

  constructor(looksUpKeys: boolean, resolve: ResolveScalar) {
    this.#looksUpKeys = looksUpKeys;
    this.#resolve = resolve;
  }

  take(event: Event): void {
    switch (event.type) {
      case "scalar":
        return void this.#takeScalar(event);
      case "list":
      case "object":
        return void this.#open(event);
      case "end":
        return void this.#close();
      case "alias":
        return void this.#takeAlias(event);
    }
  }

  #takeScalar(event: ScalarEvent): void {
    const frame = this.#frame;
    const { value: raw, tag } = event;
    const isKey = frame.object !== undefined && frame.key === undefined;
    const value = tag === "" ? (event.isImplicit ? this.#resolve(raw) : raw) : this.#resolveTag(event);
    frame.stepCount++;
    this.#stepCount++;
    if (event.anchor !== "") this.#anchor(event.anchor, value, typeof value === "string" ? value : keyText(value, raw));
    if (isKey) {
      const isMerge = raw === "<<" && (event.isImplicit || tag === mergeTag);
      this.#takeKey(typeof value === "string" ? value : keyText(value, raw), raw, isMerge, event);
    } else {
      if (typeof value === "number" && !Number.isFinite(value)) {
        this.#fail("JSON cannot hold this number; quote it if it is text", event);
      }
      this.#add(value, 1, 0, event);
    }
  }

  #resolveTag(event: ScalarEvent): unknown {
    const resolved = resolveTagged(event.tag, event.value);
    if ("value" in resolved) return resolved.value;
    this.#fail(resolved.problem, event);
    return undefined;
  }

  #open(event: CollectionEvent): void {
    const list = event.type === "list" ? [] : undefined;
    const object = list === undefined ? {} : undefined;
    const outer = this.#frame;
    if (outer.object !== undefined && outer.key === undefined) this.#fail(collectionKey, event);
    const anchor = event.anchor === "" ? undefined : this.#anchor(event.anchor, list ?? object, undefined);
    if (anchor !== undefined) anchor.isOpen = true;
    this.#frames.push(outer);
    this.#frame = frameOf(list, object, anchor, event.start);
    this.#stepCount++;
  }

  #close(): void {
    const closed = this.#frame;
    const outer = this.#frames.pop();
    if (outer === undefined) return;
    if (closed.anchor !== undefined) {
      closed.anchor.isOpen = false;
      closed.anchor.size = closed.size;
      closed.anchor.height = closed.height;
      closed.anchor.stepCount = closed.stepCount;
    }
    if (!this.#looksUpKeys && closed.object !== undefined && closed.keyCount !== Object.keys(closed.object).length) {
      this.isInDoubt = true;
    }
    this.#frame = outer;
    outer.stepCount += closed.stepCount;
    this.#add(closed.list ?? closed.object, closed.size, closed.height, closed.start);
  }

  #takeAlias(event: AliasEvent): void {
    const { name } = event;
    const anchor = this.#anchors?.get(name);
    const frame = this.#frame;
    if (anchor === undefined) {
      this.#fail("There is no anchor of this name before the alias; quote it if it is text", event);
      return;
    }
    if (anchor.isOpen) this.#fail("The alias refers to what contains it", event);
    frame.stepCount += 1 + anchor.stepCount;
    this.#countAlias(anchor.stepCount, event);
    if (frame.object === undefined || frame.key !== undefined) {
      if (frame.isMerge && Array.isArray(anchor.value)) this.#fail(mergeNeeds, event);
      this.#add(anchor.value, anchor.size, anchor.height, event);
    } else if (typeof anchor.value === "object" && anchor.value !== null) this.#fail(collectionKey, event);
    else this.#takeKey(anchor.key, name, false, event);
  }

  /**
   * go-yaml refuses a document of which nearly all comes from aliases, as those do that are made to fill the memory.
   */
  #countAlias(stepCount: number, event: AliasEvent): void {
    this.#stepCount += 1 + stepCount;
    this.#aliasStepCount += stepCount;
    if (this.#aliasStepCount <= 100 || this.#stepCount <= 1000) return;
    if (this.#aliasStepCount / this.#stepCount > allowedAliasRatio(this.#stepCount)) this.#fail(tooManyAliases, event);
  }

  #anchor(name: string, value: unknown, key: string | undefined): Anchor {
    const anchor = { value, key, size: 1, height: 0, stepCount: 1, isOpen: false };
    this.#anchors ??= new Map();
    this.#anchors.set(name, anchor);
    return anchor;
  }

  #takeKey(key: string | undefined, raw: string, isMerge: boolean, event: Event): void {
    const frame = this.#frame;
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
        this.#fail(mergeNeeds, at);
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
    this.problem ??= { message, offset: (typeof at === "number" ? at : placeOf(at)) ?? this.#frame.start };
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
    stepCount: 1,
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

function placeOf(event: Event): number | undefined {
  return event.type === "end" ? undefined : event.start;
}

/** The part of a document that may come from aliases: 99 % of a small one, 10 % of a large one. */
function allowedAliasRatio(stepCount: number): number {
  const [few, many] = [400_000, 4_000_000];
  if (stepCount <= few) return 0.99;
  return stepCount >= many ? 0.1 : 0.99 - 0.89 * ((stepCount - few) / (many - few));
}
