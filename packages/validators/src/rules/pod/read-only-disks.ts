import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";

/**
 * Disks of Google that several pods mount must be read-only, until 1.28 (gate SkipReadOnlyValidationGCE).
 *
 * @param spec The spec of the pods.
 */
export function checkReadOnlyDisks(outer: Report, spec: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "ValidateReadOnlyPersistentDisks");
  if (isAtLeast(version, 29)) return;
  for (const [index, volume] of listOf(spec.volumes).entries()) {
    const disk = objectOf(asObject(volume).gcePersistentDisk);
    if (disk === undefined || disk.readOnly === true) continue;
    const at = child(item(child(path, "volumes"), index), "gcePersistentDisk");
    report("Invalid", child(at, "readOnly"), disk.readOnly, "must be true when more than one pod mounts the disk");
  }
}
