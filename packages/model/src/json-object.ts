/** A decoded JSON object whose values have not been looked at. */
export type JsonObject = { readonly [key: string]: unknown };

/** Tells whether a value is a JSON object: no list, no `null`. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
