import { child, type FieldPath, item } from "../../values/field-path.ts";
import { type JsonObject, numberOf, objectOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";

const actions = ["DoNotSchedule", "ScheduleAnyway"];

/**
 * The selector has been checked since 1.25.
 */
export function checkTopologySpread(
  outer: Report,
  constraints: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "validateTopologySpreadConstraints");
  // The last of several equal ones is valid.
  const seen = new Set<string>();
  for (const [index, constraint] of [...constraints.entries()].reverse()) {
    const at = item(path, index);
    const skew = numberOf(constraint.maxSkew);
    if (skew <= 0) report("Invalid", child(at, "maxSkew"), skew, "must be greater than 0");
    const key = textOf(constraint.topologyKey);
    if (key === "") report("Required", child(at, "topologyKey"), constraint.topologyKey, "must be set");
    const action = textOf(constraint.whenUnsatisfiable);
    checkSupported(report, action, actions, child(at, "whenUnsatisfiable"));
    const identity = JSON.stringify([key, action]);
    if (seen.has(identity)) {
      const problem = "must not be the same as those of another constraint";
      report("Duplicate", child(at, "{topologyKey, whenUnsatisfiable}"), constraint, problem);
    }
    seen.add(identity);
    const selector = objectOf(constraint.labelSelector);
    if (selector !== undefined && isAtLeast(version, 25)) {
      checkLabelSelector(report, selector, child(at, "labelSelector"), version);
    }
  }
}
