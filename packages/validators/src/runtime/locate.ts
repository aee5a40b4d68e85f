import { isJsonObject, type JsonObject } from "../values/json-object.ts";
import { unescapeKey } from "./schema-error.ts";

/** A place in a value. */
export interface Location {
  /** As the API server writes it, `""` for the value itself. */
  readonly fieldPath: string;
  /** The names of fields, keys and indexes that lead there. */
  readonly steps: readonly string[];
  readonly value: unknown;
}

/**
 * Finds what a generated function's pointer points at.
 *
 * Keys are whatever the object holds: they are looked up as own properties only, and end where the pointer says, so that
 * a key such as `a.b`, `a/b` or `__proto__` is neither split nor resolved to something else.
 *
 * @param root The value that was checked.
 * @param pointer See `SchemaError`.
 */
export function locate(root: unknown, pointer: string): Location {
  let fieldPath = "";
  let value = root;
  const steps: string[] = [];
  const segments = pointer.split("/");
  for (let index = 1; index < segments.length; index++) {
    const isKey = segments[index] === "" && index + 1 < segments.length;
    if (isKey) index++;
    const name = unescapeKey(segments[index] ?? "");
    if (isKey || Array.isArray(value)) fieldPath += `[${name}]`;
    else fieldPath = joinField(fieldPath, name);
    steps.push(name);
    value = valueAt(value, name);
  }
  return { fieldPath, steps, value };
}

/** The path of a field in the object at `fieldPath`. */
export function joinField(fieldPath: string, name: string): string {
  return fieldPath === "" ? name : `${fieldPath}.${name}`;
}

/** An own property, or the item of a list. */
export function valueAt(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value[Number(name)];
  const object: JsonObject = isJsonObject(value) ? value : {};
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
