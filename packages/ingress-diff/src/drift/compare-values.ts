import { isDeepStrictEqual } from "node:util";
import { isJsonObject } from "../observe/json-value.ts";
import type { FieldChange } from "./field-change.ts";
import type { PathStep } from "./field-path.ts";

/** Where two values stand. */
export interface Place {
  readonly path: readonly PathStep[];
  /** `undefined` if the field can be owned by itself: its own path. */
  readonly ownedPath: readonly string[] | undefined;
}

/** Compares two values field by field; `undefined` is absent. Lists count as one value. */
export function compareValues(live: unknown, desired: unknown, place: Place): readonly FieldChange[] {
  if (isDeepStrictEqual(live, desired)) return [];
  if (isJsonObject(live) && isJsonObject(desired)) {
    const keys = new Set([...Object.keys(desired), ...Object.keys(live)]);
    return [...keys].sort().flatMap((key) =>
      compareValues(ownValue(live, key), ownValue(desired, key), { ...place, path: [...place.path, { field: key }] })
    );
  }
  const ownedPath = place.ownedPath ?? ownedPathOf(place.path);
  if (live === undefined) return [{ type: "added", path: place.path, desired, ownedPath }];
  if (desired === undefined) return [{ type: "removed", path: place.path, live, ownedPath }];
  return [{ type: isReordered(live, desired) ? "moved" : "changed", path: place.path, live, desired, ownedPath }];
}

/** Compares two maps; a key that only one has is one change, whatever its value. */
export function compareMaps(
  live: Readonly<Record<string, unknown>>,
  desired: Readonly<Record<string, unknown>>,
  path: readonly PathStep[],
): readonly FieldChange[] {
  const keys = new Set([...Object.keys(desired), ...Object.keys(live)]);
  return [...keys].sort().flatMap((key) =>
    compareValues(ownValue(live, key), ownValue(desired, key), { path: [...path, { key }], ownedPath: undefined })
  );
}

function ownValue(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function ownedPathOf(path: readonly PathStep[]): readonly string[] {
  return path.map((step) => ("field" in step ? step.field : "key" in step ? step.key : step.selector));
}

function isReordered(live: unknown, desired: unknown): boolean {
  if (!Array.isArray(live) || !Array.isArray(desired)) return false;
  const sorted = (list: readonly unknown[]): readonly string[] => list.map((item) => JSON.stringify(item)).toSorted();
  return isDeepStrictEqual(sorted(live), sorted(desired));
}
