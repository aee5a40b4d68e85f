/**
 * A JSON object whose fields are not known yet, and the test for one.
 *
 * @module
 */

/** A decoded JSON object whose values have not been checked. */
export type JsonObject = { readonly [key: string]: unknown };

/**
 * Tells whether a value is a JSON object: neither a list nor `null`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { isJsonObject } from "@kubeschema/model/json-object";
 * assert.ok(isJsonObject({ kind: "Pod" }));
 * assert.ok(!isJsonObject([]));
 * ```
 */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
