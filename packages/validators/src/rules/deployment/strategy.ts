import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { apps } from "../sources.ts";
import { checkAtMostAll, checkShare, countOf } from "../share.ts";

const types = ["Recreate", "RollingUpdate"];
const defaultShare = "25%";

/**
 * How pods are replaced; an unknown type is reported on the whole strategy.
 */
export function checkStrategy(outer: Report, strategy: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, apps, "ValidateDeploymentStrategy");
  const type = textOf(strategy.type) || "RollingUpdate";
  const updatePath = child(path, "rollingUpdate");
  if (type === "RollingUpdate") {
    const update = asObject(strategy.rollingUpdate);
    const unavailable = update.maxUnavailable ?? defaultShare;
    const surge = update.maxSurge ?? defaultShare;
    const unavailablePath = child(updatePath, "maxUnavailable");
    checkShare(report, unavailable, unavailablePath);
    checkShare(report, surge, child(updatePath, "maxSurge"));
    if (countOf(unavailable) === 0 && countOf(surge) === 0) {
      report("Invalid", unavailablePath, unavailable, "must not be 0 when maxSurge is 0");
    }
    checkAtMostAll(report, unavailable, unavailablePath);
  } else if (type === "Recreate") {
    if (objectOf(strategy.rollingUpdate) !== undefined) {
      report("Forbidden", updatePath, strategy.rollingUpdate, "must not be set when type is Recreate");
    }
  } else report("NotSupported", path, strategy, `must have one of the types ${types.join(", ")}`, types);
}
