import { unreservedPathProblems } from "../../formats/relative-path.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";
import { checkFieldRef, checkResourceFieldRef, volumeFields } from "./field-ref.ts";

/** The permissions of files. Source: kubernetes, pkg/apis/core/validation/validation.go, fileModeErrorMsg. */
export function checkMode(report: Report, mode: unknown, path: FieldPath): void {
  if (typeof mode !== "number" || (mode >= 0 && mode <= 0o777)) return;
  report("Invalid", path, mode, "is not between 0 and 0777 (octal)");
}

/** Files made of keys of a ConfigMap or Secret. */
export function checkKeyedFiles(outer: Report, items: unknown, path: FieldPath): void {
  const report = reportFrom(outer, core, "validateKeyToPath");
  for (const [index, entry] of listOf(items).entries()) {
    const file = asObject(entry);
    const at = item(path, index);
    if (textOf(file.key) === "") report("Required", child(at, "key"), file.key, "must be set");
    checkPath(report, file, at);
    checkMode(report, file.mode, child(at, "mode"));
  }
}

/** Files made of fields of the pod. The paths have no index. */
export function checkDownwardApi(outer: Report, items: unknown, path: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "validateDownwardAPIVolumeFile");
  for (const entry of listOf(items)) {
    const file = asObject(entry);
    checkPath(report, file, path);
    const fieldRef = objectOf(file.fieldRef);
    const resourceFieldRef = objectOf(file.resourceFieldRef);
    if (fieldRef !== undefined) {
      checkFieldRef(report, fieldRef, volumeFields, child(path, "fieldRef"), version);
      if (resourceFieldRef !== undefined) {
        report("Invalid", path, file, "must not have both fieldRef and resourceFieldRef");
      }
    } else if (resourceFieldRef !== undefined) {
      checkResourceFieldRef(report, resourceFieldRef, true, child(path, "resourceFieldRef"), version);
    } else report("Required", path, file, "must have fieldRef or resourceFieldRef");
    checkMode(report, file.mode, child(path, "mode"));
  }
}

function checkPath(report: Report, file: JsonObject, at: FieldPath): void {
  const path = textOf(file.path);
  if (path === "") report("Required", child(at, "path"), file.path, "must be set");
  reportProblems(report, unreservedPathProblems(path), child(at, "path"), path);
}
