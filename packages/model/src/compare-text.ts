/**
 * Orders texts by their UTF-16 code units, the same everywhere, unlike `localeCompare`.
 *
 * @module
 */

/**
 * Orders two texts by their UTF-16 code units.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { compareText } from "@kubeschema/model/compare-text";
 * assert.deepEqual(["b", "a", "B"].sort(compareText), ["B", "a", "b"]);
 * ```
 * @returns A number below, equal to or above zero.
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
