/** A decoded JSON object, nothing known about its fields. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Tells objects from lists, `null` and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// The functions below read a field's value as the API server does: `null` is absent, and absent is the type's zero value.
// They take the value rather than the field's name, since an access such as `rule.host` is much faster than `rule[name]`.

const emptyObject: JsonObject = {};
const emptyList: readonly unknown[] = [];

/** A struct: absent reads as an object without fields. */
export function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : emptyObject;
}

/** A pointer to a struct: absent reads as `undefined`. */
export function objectOf(value: unknown): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

/** A list: absent reads as empty. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : emptyList;
}

/** A string: absent reads as `""`. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A pointer to a string, which tells absent (`undefined`) from `""`. */
export function optionalTextOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A number: absent reads as 0. */
export function numberOf(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
