import { child, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";

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
    if (isPercentage(unavailable) && countOf(unavailable) > 100) {
      report("Invalid", unavailablePath, unavailable, "is more than 100%");
    }
  } else if (type === "Recreate") {
    if (objectOf(strategy.rollingUpdate) !== undefined) {
      report("Forbidden", updatePath, strategy.rollingUpdate, "must not be set with type Recreate");
    }
  } else report("NotSupported", path, strategy, `needs a type of ${types.join(", ")}`, types);
}

/** A number that is not negative, or a percentage. Source: kubernetes, pkg/apis/apps/validation/validation.go, ValidatePositiveIntOrPercent. */
function checkShare(share: unknown, path: FieldPath, report: Report): void {
  if (typeof share === "number" && share < 0) report("Invalid", path, share, "is negative");
  if (typeof share === "string" && !isPercentage(share)) report("Invalid", path, share, 'is not a percentage as "25%"');
}

function isPercentage(share: unknown): share is string {
  return typeof share === "string" && /^[0-9]+%$/.test(share);
}

// A text that is no percentage counts as the number that it begins with is: the server reads "5" as 5, and "x" as 0.
function countOf(share: unknown): number {
  if (typeof share === "number") return share;
  if (isPercentage(share)) return Number(share.slice(0, -1));
  return /^[+-]?[0-9]+$/.test(String(share)) ? Number(share) : 0;
}
