import type { Field, JsonValue, Schema } from "@kubeschema/model";
import { deprecationOf } from "./deprecation.ts";
import type { DocTag } from "./doc-comment.ts";

/** Lists the tags of a field: its deprecation, and what the type cannot express, under the names of JSON Schema. */
export function fieldTags({ description, schema }: Field): readonly DocTag[] {
  const deprecation = deprecationOf(description);
  return [
    ...(deprecation === undefined ? [] : [["deprecated", deprecation] as const]),
    ...(schema.default === undefined || isEmpty(schema.default)
      ? []
      : [["default", JSON.stringify(schema.default)] as const]),
    ...constraintTags(schema),
  ];
}

function constraintTags({ constraints = {} }: Schema): readonly DocTag[] {
  return Object.entries(constraints).flatMap(([name, value]) =>
    typeof value === "number" || typeof value === "string" ? [[name, String(value)] as const] : []
  );
}

/** Documents give `{}` and `""` as the default of everything that Go fills with a zero value: that says nothing. */
function isEmpty(value: JsonValue): boolean {
  return value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
}
