import { isDeepStrictEqual } from "node:util";
import { isJsonObject, type JsonObject } from "../observe/json-value.ts";
import { mergeKeyedLists } from "./merge-keyed-lists.ts";

/**
 * Merges a manifest into a live object as `kubectl apply` does: what the manifest sets replaces what is live, what was
 * applied last and is no longer in the manifest goes, everything else stays. `null` in the manifest removes a field.
 *
 * All lists of an Ingress's spec are replaced whole; of its metadata two are merged by item, as their patch strategy
 * says. All three objects must be of the same version, but for `lastApplied`: kubectl compares the names of its fields
 * whatever version it is of.
 *
 * @see {@link https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#how-apply-calculates-differences-and-merges-changes}
 * @param lastApplied What was applied last; an empty object if that is not known.
 * @returns The merged object, before the server decodes it: it may hold `null` and unknown fields.
 */
export function mergeThreeWay(lastApplied: JsonObject, desired: JsonObject, live: JsonObject): JsonObject {
  const removals = removalsOf(lastApplied, desired, []);
  return patch(live, combine(removals, additionsOf(live, desired, [])), { lastApplied, desired }, []);
}

interface Sources {
  readonly lastApplied: JsonObject;
  readonly desired: JsonObject;
}

/** By path, the field that distinguishes the items of a merged list; `""` if the items themselves do. */
const mergedLists: ReadonlyMap<string, string> = new Map([
  ["metadata.finalizers", ""],
  ["metadata.ownerReferences", "uid"],
]);

type Path = readonly string[];

/** What the manifest sets and the live object has otherwise; nothing is removed, but for explicit nulls. */
function additionsOf(live: JsonObject, desired: JsonObject, path: Path): JsonObject {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(desired)) {
    const current = Object.hasOwn(live, key) ? live[key] : undefined;
    if (isJsonObject(value) && isJsonObject(current)) {
      const inner = additionsOf(current, value, [...path, key]);
      if (Object.keys(inner).length > 0) set(result, key, inner);
    } else if (!isDeepStrictEqual(current, value)) {
      set(result, key, value);
    }
  }
  return result;
}

/** What was applied last and the manifest no longer has, as nulls. */
function removalsOf(lastApplied: JsonObject, desired: JsonObject, path: Path): JsonObject {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(lastApplied)) {
    if (!Object.hasOwn(desired, key)) {
      set(result, key, null);
      continue;
    }
    const wanted = desired[key];
    if (isJsonObject(value) && isJsonObject(wanted)) {
      const inner = removalsOf(value, wanted, [...path, key]);
      if (Object.keys(inner).length > 0) set(result, key, inner);
    } else if (Array.isArray(value) && Array.isArray(wanted) && mergedLists.has([...path, key].join("."))) {
      // The list itself says what goes; that it is looked at is enough.
      set(result, key, wanted);
    }
  }
  return result;
}

function combine(removals: JsonObject, additions: JsonObject): JsonObject {
  const result: Record<string, unknown> = { ...removals };
  for (const [key, value] of Object.entries(additions)) {
    const removal = Object.hasOwn(removals, key) ? removals[key] : undefined;
    set(result, key, isJsonObject(removal) && isJsonObject(value) ? combine(removal, value) : value);
  }
  return result;
}

function patch(live: JsonObject, changes: JsonObject, sources: Sources, path: Path): JsonObject {
  const result: Record<string, unknown> = { ...live };
  for (const [key, value] of Object.entries(changes)) {
    const current = Object.hasOwn(live, key) ? live[key] : undefined;
    const at = [...path, key];
    const mergeKey = mergedLists.get(at.join("."));
    if (value === null) {
      delete result[key];
    } else if (Array.isArray(value) && Array.isArray(current) && mergeKey !== undefined) {
      const before = valueAt(sources.lastApplied, at);
      set(result, key, mergeKeyedLists(Array.isArray(before) ? before : [], value, current, mergeKey));
    } else {
      set(result, key, isJsonObject(value) ? patch(isJsonObject(current) ? current : {}, value, sources, at) : value);
    }
  }
  return result;
}

function valueAt(object: JsonObject, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isJsonObject(value) ? value[key] : undefined), object);
}

/** Sets an own property, also one that is called `__proto__`. */
function set(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
