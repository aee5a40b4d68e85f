import { child, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";

const longestSeconds = 86400;

/**
 * The server fills in what is absent, and drops the configuration without affinity.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, validateClientIPAffinityConfig.
 */
export function checkSessionAffinity(spec: JsonObject, path: FieldPath, report: Report): void {
  const affinity = textOf(spec.sessionAffinity) || "None";
  checkSupported(affinity, ["ClientIP", "None"], child(path, "sessionAffinity"), report);
  if (affinity !== "ClientIP") return;
  const seconds = asObject(asObject(spec.sessionAffinityConfig).clientIP).timeoutSeconds;
  if (typeof seconds !== "number" || (seconds > 0 && seconds <= longestSeconds)) return;
  const secondsPath = child(child(child(path, "sessionAffinityConfig"), "clientIP"), "timeoutSeconds");
  report("Invalid", secondsPath, seconds, `is not between 1 and ${longestSeconds}`);
}
