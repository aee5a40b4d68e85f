import { unreservedPathProblems } from "../../formats/relative-path.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { reportProblems } from "../report-problems.ts";
import { checkFieldRef, checkResourceFieldRef, volumeFields } from "./field-ref.ts";

/** The permissions of files. Source: kubernetes, pkg/apis/core/validation/validation.go, fileModeErrorMsg. */
export function checkMode(mode: unknown, path: FieldPath, report: Report): void {
  if (typeof mode !== "number" || (mode >= 0 && mode <= 0o777)) return;
  report("Invalid", path, mode, "is not between 0 and 0777 (octal)");
}

/** Files made of keys of a ConfigMap or Secret. Source: kubernetes, pkg/apis/core/validation/validation.go, validateKeyToPath. */
export function checkKeyedFiles(items: unknown, path: FieldPath, report: Report): void {
  for (const [index, entry] of listOf(items).entries()) {
    const file = asObject(entry);
    const at = item(path, index);
    if (textOf(file.key) === "") report("Required", child(at, "key"), file.key, "needs a key");
    checkPath(file, at, report);
    checkMode(file.mode, child(at, "mode"), report);
  }
}

/** Files made of fields of the pod. The paths have no index. Source: kubernetes, pkg/apis/core/validation/validation.go, validateDownwardAPIVolumeFile. */
export function checkDownwardApi(items: unknown, path: FieldPath, version: KubernetesVersion, report: Report): void {
  for (const entry of listOf(items)) {
    const file = asObject(entry);
    checkPath(file, path, report);
    const fieldRef = objectOf(file.fieldRef);
    const resourceFieldRef = objectOf(file.resourceFieldRef);
    if (fieldRef !== undefined) {
      checkFieldRef(fieldRef, volumeFields, child(path, "fieldRef"), version, report);
      if (resourceFieldRef !== undefined) report("Invalid", path, file, "has both fieldRef and resourceFieldRef");
    } else if (resourceFieldRef !== undefined) {
      checkResourceFieldRef(resourceFieldRef, true, child(path, "resourceFieldRef"), version, report);
    } else report("Required", path, file, "needs fieldRef or resourceFieldRef");
    checkMode(file.mode, child(path, "mode"), report);
  }
}

function checkPath(file: JsonObject, at: FieldPath, report: Report): void {
  const path = textOf(file.path);
  if (path === "") report("Required", child(at, "path"), file.path, "needs a path");
  reportProblems(unreservedPathProblems(path), child(at, "path"), path, report);
}
