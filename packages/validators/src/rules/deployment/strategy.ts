import { child, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkAtMostAll, checkShare, countOf } from "../share.ts";

const types = ["Recreate", "RollingUpdate"];
const defaultShare = "25%";

/**
 * How pods are replaced; an unknown type is reported on the whole strategy.
 * Source: kubernetes, pkg/apis/apps/validation/validation.go, ValidateDeploymentStrategy.
 */
export function checkStrategy(strategy: JsonObject, path: FieldPath, report: Report): void {
  const type = textOf(strategy.type) || "RollingUpdate";
  const updatePath = child(path, "rollingUpdate");
  if (type === "RollingUpdate") {
    const update = asObject(strategy.rollingUpdate);
    const unavailable = update.maxUnavailable ?? defaultShare;
    const surge = update.maxSurge ?? defaultShare;
    const unavailablePath = child(updatePath, "maxUnavailable");
    checkShare(unavailable, unavailablePath, report);
    checkShare(surge, child(updatePath, "maxSurge"), report);
    if (countOf(unavailable) === 0 && countOf(surge) === 0) {
      report("Invalid", unavailablePath, unavailable, "must not be 0 where maxSurge is");
    }
    checkAtMostAll(unavailable, unavailablePath, report);
  } else if (type === "Recreate") {
    if (objectOf(strategy.rollingUpdate) !== undefined) {
      report("Forbidden", updatePath, strategy.rollingUpdate, "must not be set with type Recreate");
    }
  } else report("NotSupported", path, strategy, `needs a type of ${types.join(", ")}`, types);
}
