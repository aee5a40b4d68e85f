import type { FieldPath } from "../../values/field-path.ts";
import { isJsonObject } from "../../values/json-object.ts";
import { duplicateProblem } from "../../runtime/facet-problems.ts";
import { repeatedItems } from "../../runtime/repeated-items.ts";
import type { Schema } from "../schema/schema.ts";
import { itemIn, type Note } from "./note.ts";
import { memberOf } from "./schema-at.ts";

/**
 * Checks that lists of type set have no duplicate values, and those of type map no two items with the same keys.
 *
 * Source: apiextensions-apiserver, pkg/apiserver/schema/listtype/validation.go.
 */
export function checkListTypes(schema: Schema, value: unknown, path: FieldPath | undefined, note: Note): void {
  if (isJsonObject(value)) {
    for (const name of Object.keys(value)) {
      const member = memberOf(schema, path, name);
      if (member.schema !== undefined) checkListTypes(member.schema, value[name], member.path, note);
    }
    return;
  }
  if (!Array.isArray(value)) return;
  const list: readonly unknown[] = value;
  const { items } = schema;
  if (schema.listType === "set") {
    for (const index of repeatedItems(list)) {
      note("Duplicate", itemIn(path, index), list[index], duplicateProblem([]));
    }
  } else if (schema.listType === "map") {
    for (const [index, item] of list.entries()) {
      if (item === null || isJsonObject(item)) continue;
      note("Invalid", itemIn(path, index), item, { expected: "an object in a list of type map" });
    }
    for (const index of repeatedItems(list, schema.mapKeys)) {
      note("Duplicate", itemIn(path, index), list[index], duplicateProblem(schema.mapKeys));
    }
  }
  if (items !== undefined) {
    for (const [index, item] of list.entries()) checkListTypes(items, item, itemIn(path, index), note);
  }
}
