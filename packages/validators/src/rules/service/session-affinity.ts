import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";

const longestSeconds = 86400;

/**
 * The server fills in what is absent, and drops the configuration without affinity.
 */
export function checkSessionAffinity(outer: Report, spec: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, core, "validateClientIPAffinityConfig");
  const affinity = textOf(spec.sessionAffinity) || "None";
  checkSupported(report, affinity, ["ClientIP", "None"], child(path, "sessionAffinity"));
  if (affinity !== "ClientIP") return;
  const seconds = asObject(asObject(spec.sessionAffinityConfig).clientIP).timeoutSeconds;
  if (typeof seconds !== "number" || (seconds > 0 && seconds <= longestSeconds)) return;
  const secondsPath = child(child(child(path, "sessionAffinityConfig"), "clientIP"), "timeoutSeconds");
  report("Invalid", secondsPath, seconds, `is not between 1 and ${longestSeconds}`);
}
