import type { FieldPath } from "../../values/field-path.ts";
import { isJsonObject } from "../../values/json-object.ts";
import type { NotChecked } from "../custom-resource-result.ts";
import type { Schema } from "../schema/schema.ts";
import { hasCustomFormat } from "./has-custom-format.ts";
import { itemIn, pathText } from "./note.ts";
import { memberOf } from "./schema-at.ts";

/** Lists the patterns and formats that a value meets and that cannot be checked. */
export function listUnchecked(schema: Schema, value: unknown): readonly NotChecked[] {
  const found: NotChecked[] = [];
  visit(schema, value, undefined, found);
  return found;
}

function visit(schema: Schema, value: unknown, path: FieldPath | undefined, found: NotChecked[]): void {
  for (const part of [...schema.allOf, ...schema.anyOf, ...schema.oneOf, ...(schema.not ? [schema.not] : [])]) {
    visit(part, value, path, found);
  }
  if (typeof value === "string") {
    const { pattern, format } = schema;
    if (pattern?.problem !== undefined) {
      found.push({ fieldPath: pathText(path), rule: `pattern ${pattern.source}`, reason: pattern.problem });
    }
    if (format !== undefined && hasCustomFormat(value, format) === undefined) {
      const reason = "this form of it cannot be judged here";
      found.push({ fieldPath: pathText(path), rule: `format ${format}`, reason });
    }
  } else if (Array.isArray(value)) {
    const { items } = schema;
    if (items !== undefined) {
      for (const [index, item] of value.entries()) visit(items, item, itemIn(path, index), found);
    }
  } else if (isJsonObject(value)) {
    for (const name of Object.keys(value)) {
      const member = memberOf(schema, path, name);
      if (member.schema !== undefined) visit(member.schema, value[name], member.path, found);
    }
  }
}
