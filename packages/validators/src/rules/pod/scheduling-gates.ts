import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { reportProblems } from "../report-problems.ts";

/**
 * What keeps a pod from being scheduled; reported on the item. Since 1.27 (gate PodSchedulingReadiness).
 * Source: kubernetes, pkg/apis/core/validation/validation.go, validateSchedulingGates.
 */
export function checkSchedulingGates(
  spec: JsonObject,
  specPath: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  if (!isAtLeast(version, 27)) return;
  const seen = new Set<string>();
  for (const [index, gate] of listOf(spec.schedulingGates).entries()) {
    const name = textOf(asObject(gate).name);
    const path = item(child(specPath, "schedulingGates"), index);
    reportProblems(qualifiedNameProblems(name), path, name, report);
    if (seen.has(name)) report("Duplicate", path, name, "is there already");
    seen.add(name);
  }
}
