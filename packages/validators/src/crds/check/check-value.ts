import type { FieldPath } from "../../values/field-path.ts";
import { isJsonObject, type JsonObject } from "../../values/json-object.ts";
import type { Schema } from "../schema/schema.ts";
import { checkAlternatives } from "./check-alternatives.ts";
import { checkCount } from "./check-count.ts";
import { checkEnum } from "./check-enum.ts";
import { checkNumber } from "./check-number.ts";
import { checkString } from "./check-string.ts";
import { checkType } from "./check-type.ts";
import { isSameJson, oldItemFinder, oldMember } from "./correlate.ts";
import { fieldIn, itemIn, type Note } from "./note.ts";
import { memberOf } from "./schema-at.ts";

/**
 * Checks a value against a schema: types, limits and alternatives. Lists of type set and map, embedded objects and
 * rules are checked elsewhere.
 *
 * The result of one check does not prevent the others, except that only the type of null is checked.
 *
 * Source: kube-openapi, pkg/validation/validate, which the API server runs.
 *
 * @param old The value before an update: unchanged values are not reported. Since Kubernetes 1.30; see KEP-4008.
 */
export function checkValue(
  schema: Schema,
  value: unknown,
  path: FieldPath | undefined,
  note: Note,
  old?: unknown,
): void {
  if (old !== undefined && isSameJson(value, old)) return;
  const hasType = checkType(schema, value, path, note);
  if (value !== null) {
    // If a value of the wrong type matches no alternative, that is not a second fault.
    if (hasType) checkAlternatives(schema, value, path, note, checkValue);
    if (typeof value === "string") checkString(schema, value, path, note);
    else if (typeof value === "number") checkNumber(schema, value, path, note);
    else if (Array.isArray(value)) checkList(schema, value, path, note, old);
    else if (isJsonObject(value)) checkObject(schema, value, path, note, old);
  }
  if (schema.enum !== undefined) checkEnum(schema.enum, value, path, note);
}

function checkList(
  schema: Schema,
  list: readonly unknown[],
  path: FieldPath | undefined,
  note: Note,
  old: unknown,
): void {
  const { items, limits } = schema;
  const findOld = oldItemFinder(schema, old);
  if (items !== undefined) {
    for (const [index, inner] of list.entries()) checkValue(items, inner, itemIn(path, index), note, findOld(inner));
  }
  checkCount("items", list, list.length, limits.minItems, limits.maxItems, path, note);
}

function checkObject(
  schema: Schema,
  object: JsonObject,
  path: FieldPath | undefined,
  note: Note,
  old: unknown,
): void {
  const names = Object.keys(object);
  const { minProperties, maxProperties } = schema.limits;
  // For an object of the wrong size, only the size is reported.
  if (!checkCount("fields", object, names.length, minProperties, maxProperties, path, note)) return;
  for (const name of names) {
    const member = memberOf(schema, path, name);
    if (member.schema !== undefined) checkValue(member.schema, object[name], member.path, note, oldMember(old, name));
  }
  for (const name of schema.required) {
    if (!Object.hasOwn(object, name)) note("Required", fieldIn(path, name), undefined, "must be set");
  }
}
