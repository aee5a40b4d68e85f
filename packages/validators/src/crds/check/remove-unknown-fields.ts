import type { FieldPath } from "../../values/field-path.ts";
import { isJsonObject } from "../../values/json-object.ts";
import { closestName } from "../../runtime/closest-name.ts";
import { didYouMean, unknownField } from "../../runtime/make-issue.ts";
import type { Schema } from "../schema/schema.ts";
import { itemIn, type Note } from "./note.ts";
import { memberOf } from "./schema-at.ts";

const identity = ["apiVersion", "kind", "metadata"];

/**
 * Notes the fields that the schema does not know and removes them, in place, as the server does when it reads an
 * object.
 *
 * Source: apiextensions-apiserver, pkg/apiserver/schema/pruning/algorithm.go.
 */
export function removeUnknownFields(
  schema: Schema,
  value: unknown,
  path: FieldPath | undefined,
  note: Note,
  isRoot = false,
): void {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items !== undefined) {
      for (const [index, item] of value.entries()) removeUnknownFields(items, item, itemIn(path, index), note);
    }
    return;
  }
  if (!isJsonObject(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    const member = memberOf(schema, path, name);
    // Metadata has its own checks; if there is a schema for it, that only limits names.
    if ((isRoot || schema.isEmbedded) && identity.includes(name)) continue;
    if (member.schema !== undefined) removeUnknownFields(member.schema, inner, member.path, note);
    else if (!schema.isPreserving) {
      const meant = closestName(name, schema.properties.keys());
      const suggestion = meant === undefined ? {} : { suggestion: didYouMean(meant) };
      note("Unknown", member.path, inner, unknownField, suggestion);
      Reflect.deleteProperty(value, name);
    }
  }
}
