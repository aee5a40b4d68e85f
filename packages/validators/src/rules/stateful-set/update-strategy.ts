import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { apps } from "../sources.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { checkAtMostAll, checkShare, countOf } from "../share.ts";

const types = ["RollingUpdate", "OnDelete"];

/**
 * How the pods of a StatefulSet are replaced; an unknown type is reported on the whole strategy. `maxUnavailable` is since
 * 1.35 (gate MaxUnavailableStatefulSet); servers before drop it.
 */
export function checkStatefulUpdate(
  outer: Report,
  strategy: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, apps, "ValidateStatefulSetSpec");
  const type = textOf(strategy.type) || "RollingUpdate";
  const updatePath = child(path, "rollingUpdate");
  if (type === "OnDelete") {
    if (objectOf(strategy.rollingUpdate) !== undefined) {
      report("Invalid", updatePath, strategy.rollingUpdate, "must not be set when type is OnDelete");
    }
    return;
  }
  if (type !== "RollingUpdate") {
    report("Invalid", path, strategy, `must have one of the types ${types.join(", ")}`, types);
    return;
  }
  const update = asObject(strategy.rollingUpdate);
  checkNotNegative(report, update, ["partition"], updatePath);
  const unavailable = update.maxUnavailable ?? undefined;
  if (unavailable === undefined || !isAtLeast(version, 35)) return;
  const unavailablePath = child(updatePath, "maxUnavailable");
  checkShare(report, unavailable, unavailablePath);
  if (countOf(unavailable) === 0) report("Invalid", unavailablePath, unavailable, "must not be 0");
  checkAtMostAll(report, unavailable, unavailablePath);
}
