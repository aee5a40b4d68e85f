import type { FieldPath } from "../../values/field-path.ts";
import type { Schema } from "../schema/schema.ts";
import { fieldIn, keyIn } from "./note.ts";

/** A field of an object or a value of a map, as its schema has it. */
export interface Member {
  readonly path: FieldPath;
  /** Absent where the schema does not know the field. */
  readonly schema: Schema | undefined;
}

/** Finds the schema of what an object has under a name. */
export function memberOf(schema: Schema, path: FieldPath | undefined, name: string): Member {
  const property = schema.properties.get(name);
  if (property !== undefined) return { path: fieldIn(path, name), schema: property };
  return schema.additional === undefined
    ? { path: fieldIn(path, name), schema: undefined }
    : { path: keyIn(path, name), schema: schema.additional };
}
