import { child, type FieldPath, item } from "../../field-path.ts";
import { type JsonObject, numberOf, objectOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";

const actions = ["DoNotSchedule", "ScheduleAnyway"];

/**
 * The selector is looked at since 1.25.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, validateTopologySpreadConstraints.
 */
export function checkTopologySpread(
  constraints: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  // The last of several that are alike is right.
  const seen = new Set<string>();
  for (const [index, constraint] of [...constraints.entries()].reverse()) {
    const at = item(path, index);
    const skew = numberOf(constraint.maxSkew);
    if (skew <= 0) report("Invalid", child(at, "maxSkew"), skew, "must be greater than 0");
    const key = textOf(constraint.topologyKey);
    if (key === "") report("Required", child(at, "topologyKey"), constraint.topologyKey, "needs a key");
    const action = textOf(constraint.whenUnsatisfiable);
    checkSupported(action, actions, child(at, "whenUnsatisfiable"), report);
    const identity = JSON.stringify([key, action]);
    if (seen.has(identity)) {
      const problem = "are those of another constraint";
      report("Duplicate", child(at, "{topologyKey, whenUnsatisfiable}"), constraint, problem);
    }
    seen.add(identity);
    const selector = objectOf(constraint.labelSelector);
    if (selector !== undefined && isAtLeast(version, 25)) {
      checkLabelSelector(selector, child(at, "labelSelector"), version, report);
    }
  }
}
