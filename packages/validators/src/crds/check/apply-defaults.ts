import { isJsonObject } from "../../values/json-object.ts";
import type { Schema } from "../schema/schema.ts";

/**
 * Removes the nulls that the server removes, and fills in defaults, in place. The value is a copy that nothing else
 * refers to.
 *
 * A null is kept where the schema allows it; elsewhere it counts as absent, and the default replaces it. Items of lists
 * are not removed.
 *
 * Source: apiextensions-apiserver, pkg/apiserver/schema/defaulting/algorithm.go and prunenulls.go.
 */
export function applyDefaults(schema: Schema, value: unknown): void {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined) return;
    for (let index = 0; index < value.length; index++) {
      if (value[index] === null && !items.isNullable && items.default !== undefined) value[index] = copyDefault(items);
      applyDefaults(items, value[index]);
    }
    return;
  }
  if (!isJsonObject(value)) return;
  for (const [name, property] of schema.properties) {
    const isGiven = Object.hasOwn(value, name);
    if (property.default !== undefined && (!isGiven || isRemoved(value[name], property))) {
      setField(value, name, copyDefault(property));
    } else if (isGiven && isRemoved(value[name], property)) Reflect.deleteProperty(value, name);
  }
  for (const [name, inner] of Object.entries(value)) {
    const property = schema.properties.get(name);
    if (property !== undefined) applyDefaults(property, inner);
    else if (schema.additional !== undefined) {
      if (isRemoved(inner, schema.additional)) {
        if (schema.additional.default === undefined) Reflect.deleteProperty(value, name);
        else setField(value, name, copyDefault(schema.additional));
      }
      applyDefaults(schema.additional, Object.hasOwn(value, name) ? value[name] : undefined);
    }
  }
}

function isRemoved(value: unknown, schema: Schema): boolean {
  return value === null && !schema.isNullable;
}

function copyDefault({ default: filled }: Schema): unknown {
  return structuredClone(filled?.value);
}

/** A plain assignment to "__proto__" would change the prototype. */
function setField(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}
