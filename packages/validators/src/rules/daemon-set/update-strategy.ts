import { child, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkAtMostAll, checkShare, countOf } from "../share.ts";

const types = ["RollingUpdate", "OnDelete"];

/**
 * How the pods of a DaemonSet are replaced; an unknown type is reported on the whole strategy. `maxSurge` is since 1.22.
 * Source: kubernetes, pkg/apis/apps/validation/validation.go, ValidateDaemonSetUpdateStrategy.
 */
export function checkUpdateStrategy(
  strategy: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const type = textOf(strategy.type) || "RollingUpdate";
  if (type === "OnDelete") return;
  if (type !== "RollingUpdate") {
    report("NotSupported", path, strategy, `needs a type of ${types.join(", ")}`, types);
    return;
  }
  const update = asObject(strategy.rollingUpdate);
  const unavailable = update.maxUnavailable ?? 1;
  const unavailablePath = child(child(path, "rollingUpdate"), "maxUnavailable");
  checkShare(unavailable, unavailablePath, report);
  checkAtMostAll(unavailable, unavailablePath, report);
  if (!isAtLeast(version, 22)) {
    if (countOf(unavailable) === 0) report("Invalid", unavailablePath, unavailable, "must not be 0");
    return;
  }
  const surge = update.maxSurge ?? 0;
  const surgePath = child(child(path, "rollingUpdate"), "maxSurge");
  checkShare(surge, surgePath, report);
  checkAtMostAll(surge, surgePath, report);
  if (countOf(unavailable) === 0 && countOf(surge) === 0) {
    report("Required", unavailablePath, unavailable, "must not be 0 where maxSurge is");
  }
  if (countOf(unavailable) !== 0 && countOf(surge) !== 0) {
    report("Invalid", surgePath, surge, "must be 0 where maxUnavailable is not");
  }
}
