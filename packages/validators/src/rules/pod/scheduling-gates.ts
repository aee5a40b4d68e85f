import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

/**
 * Gates that keep a pod from being scheduled; reported on the item. Since 1.27 (gate PodSchedulingReadiness).
 */
export function checkSchedulingGates(
  outer: Report,
  spec: JsonObject,
  specPath: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "validateSchedulingGates");
  if (!isAtLeast(version, 27)) return;
  const seen = new Set<string>();
  for (const [index, gate] of listOf(spec.schedulingGates).entries()) {
    const name = textOf(asObject(gate).name);
    const path = item(child(specPath, "schedulingGates"), index);
    reportProblems(report, qualifiedNameProblems(name), path, name);
    if (seen.has(name)) report("Duplicate", path, name, "is duplicated");
    seen.add(name);
  }
}
