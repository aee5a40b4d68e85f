import { child, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { checkAtMostAll, checkShare, countOf } from "../share.ts";

const types = ["RollingUpdate", "OnDelete"];

/**
 * How the pods of a StatefulSet are replaced; an unknown type is reported on the whole strategy. `maxUnavailable` is since
 * 1.35 (gate MaxUnavailableStatefulSet); servers before drop it.
 * Source: kubernetes, pkg/apis/apps/validation/validation.go, ValidateStatefulSetSpec.
 */
export function checkStatefulUpdate(
  strategy: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const type = textOf(strategy.type) || "RollingUpdate";
  const updatePath = child(path, "rollingUpdate");
  if (type === "OnDelete") {
    if (objectOf(strategy.rollingUpdate) !== undefined) {
      report("Invalid", updatePath, strategy.rollingUpdate, "must not be set with type OnDelete");
    }
    return;
  }
  if (type !== "RollingUpdate") {
    report("Invalid", path, strategy, `needs a type of ${types.join(", ")}`, types);
    return;
  }
  const update = asObject(strategy.rollingUpdate);
  checkNotNegative(update, ["partition"], updatePath, report);
  const unavailable = update.maxUnavailable ?? undefined;
  if (unavailable === undefined || !isAtLeast(version, 35)) return;
  const unavailablePath = child(updatePath, "maxUnavailable");
  checkShare(unavailable, unavailablePath, report);
  if (countOf(unavailable) === 0) report("Invalid", unavailablePath, unavailable, "must not be 0");
  checkAtMostAll(unavailable, unavailablePath, report);
}
