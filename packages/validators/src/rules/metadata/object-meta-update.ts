import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { objectMeta } from "../sources.ts";

const path: FieldPath = field("metadata");

/**
 * What an update must not change in `metadata`. What the server restores by itself, such as the generation, is not looked
 * at; a stale `resourceVersion` it answers with a conflict.
 * Source: kubernetes, apimachinery/pkg/api/validation/objectmeta.go, ValidateObjectMetaUpdate, and
 * apiserver/pkg/registry/rest/update.go.
 */
export function checkObjectMetaUpdate(outer: Report, updated: JsonObject, old: JsonObject): void {
  const report = reportFrom(outer, objectMeta, "ValidateObjectMetaUpdate");
  const metadata = asObject(updated.metadata);
  const oldMetadata = asObject(old.metadata);
  for (const name of ["name", "namespace", "uid"]) {
    const given = textOf(metadata[name]);
    // An absent namespace or uid is taken from the old object.
    if ((given === "" && name !== "name") || given === textOf(oldMetadata[name])) continue;
    report("Invalid", child(path, name), given, "must not be changed by an update");
  }
  const wasDeleted = typeof oldMetadata.deletionTimestamp === "string";
  if (!wasDeleted) {
    for (const name of ["deletionTimestamp", "deletionGracePeriodSeconds"]) {
      const given = metadata[name] ?? undefined;
      if (given !== undefined) report("Invalid", child(path, name), given, "must not be set by an update");
    }
    return;
  }
  const before = new Set(listOf(oldMetadata.finalizers));
  const added = listOf(metadata.finalizers).filter((finalizer) => !before.has(finalizer));
  if (added.length > 0) {
    report("Forbidden", child(path, "finalizers"), added, "must not be added while the object is being deleted");
  }
}
