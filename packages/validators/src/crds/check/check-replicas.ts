import { isJsonObject, type JsonObject } from "../../values/json-object.ts";
import type { FieldPath } from "../../values/field-path.ts";
import { fieldIn, type Note } from "./note.ts";

const most = 2 ** 31 - 1;

/**
 * Checks the field that `kubectl scale` sets.
 *
 * Source: apiextensions-apiserver, pkg/registry/customresource/validator.go, ValidateScaleSpec.
 * @param replicasPath `.spec.replicas`
 */
export function checkReplicas(object: JsonObject, replicasPath: string, note: Note): void {
  let value: unknown = object;
  let path: FieldPath | undefined;
  for (const name of replicasPath.split(".").slice(1)) {
    value = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    path = fieldIn(path, name);
  }
  if (typeof value !== "number" || !Number.isInteger(value)) return;
  if (value < 0) note("Invalid", path, value, { expected: "a number >= 0" });
  if (value > most) note("Invalid", path, value, { expected: `a number <= ${most}` });
}
