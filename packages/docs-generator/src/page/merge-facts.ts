import type { Field, SchemaModel } from "@kubeschema/model";
import { resolveSchema } from "./definitions.ts";
import type { MergeFacts } from "./page.ts";

/** Says how server-side apply and strategic merge patch merge a field. */
export function mergeFacts(model: SchemaModel, field: Field): MergeFacts {
  const schema = resolveSchema(model, field.schema);
  return {
    ...(schema.type === "list" && schema.listType !== undefined ? { listType: schema.listType } : {}),
    ...(schema.type === "list" && schema.mapKeys !== undefined ? { mapKeys: schema.mapKeys } : {}),
    ...((schema.type === "map" || schema.type === "object") && schema.mapType !== undefined
      ? { mapType: schema.mapType }
      : {}),
    ...(field.patchStrategy === undefined ? {} : { patchStrategy: field.patchStrategy }),
    ...(field.patchMergeKey === undefined ? {} : { patchMergeKey: field.patchMergeKey }),
  };
}
