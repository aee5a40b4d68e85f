import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { apps } from "../sources.ts";
import { checkAtMostAll, checkShare, countOf } from "../share.ts";

const types = ["RollingUpdate", "OnDelete"];

/**
 * How the pods of a DaemonSet are replaced; an unknown type is reported on the whole strategy. `maxSurge` is since 1.22.
 */
export function checkUpdateStrategy(
  outer: Report,
  strategy: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, apps, "ValidateDaemonSetUpdateStrategy");
  const type = textOf(strategy.type) || "RollingUpdate";
  if (type === "OnDelete") return;
  if (type !== "RollingUpdate") {
    report("NotSupported", path, strategy, `must have one of the types ${types.join(", ")}`, types);
    return;
  }
  const update = asObject(strategy.rollingUpdate);
  const unavailable = update.maxUnavailable ?? 1;
  const unavailablePath = child(child(path, "rollingUpdate"), "maxUnavailable");
  checkShare(report, unavailable, unavailablePath);
  checkAtMostAll(report, unavailable, unavailablePath);
  if (!isAtLeast(version, 22)) {
    if (countOf(unavailable) === 0) report("Invalid", unavailablePath, unavailable, "must not be 0");
    return;
  }
  const surge = update.maxSurge ?? 0;
  const surgePath = child(child(path, "rollingUpdate"), "maxSurge");
  checkShare(report, surge, surgePath);
  checkAtMostAll(report, surge, surgePath);
  if (countOf(unavailable) === 0 && countOf(surge) === 0) {
    report("Required", unavailablePath, unavailable, "must not be 0 when maxSurge is 0");
  }
  if (countOf(unavailable) !== 0 && countOf(surge) !== 0) {
    report("Invalid", surgePath, surge, "must be 0 when maxUnavailable is not 0");
  }
}
