import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { objectMeta } from "../sources.ts";

const ownerFields = ["uid", "name", "kind", "apiVersion", "controller", "blockOwnerDeletion"];

/**
 * Owners must be named in full, and one at most may be the controller. The paths have no index: that is how the server
 * writes them. Source: kubernetes, apimachinery/pkg/api/validation/objectmeta.go.
 */
export function checkOwnerReferences(outer: Report, references: readonly unknown[], path: FieldPath): void {
  const report = reportFrom(outer, objectMeta, "ValidateOwnerReferences");
  let hasController = false;
  const seen = new Set<string>();
  for (const reference of references) {
    const owner = asObject(reference);
    // The server drops an owner that is there already. Source: apiserver/pkg/endpoints/handlers/rest.go.
    const identity = JSON.stringify(ownerFields.map((name) => owner[name] ?? null));
    if (seen.has(identity)) continue;
    seen.add(identity);
    const apiVersion = textOf(owner.apiVersion);
    if (versionOf(apiVersion) === "") {
      report("Invalid", child(path, "apiVersion"), apiVersion, 'has no version; write "group/version" or "v1"');
    }
    for (const name of ["kind", "name", "uid"]) {
      if (textOf(owner[name]) === "") report("Invalid", child(path, name), "", "must not be empty");
    }
    if (apiVersion === "v1" && owner.kind === "Event") {
      report("Invalid", path, reference, "must not be an Event, which cannot own an object");
    }
    if (owner.controller === true) {
      if (hasController) report("Invalid", path, references, "must not have more than one controller");
      hasController = true;
    }
  }
}

function versionOf(apiVersion: string): string {
  const parts = apiVersion.split("/", 3);
  return parts.length > 2 ? "" : parts.at(-1) ?? "";
}
