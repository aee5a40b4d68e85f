import { child, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, textOf } from "../../json-object.ts";
import { type Rule, rule } from "../../runtime/rule.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";

const longestSeconds = 86400;

/**
 * The server fills in what is absent, and drops the configuration without affinity.
 */
export const checkSessionAffinity: Rule<[spec: JsonObject, path: FieldPath]> = rule(
  core,
  "validateClientIPAffinityConfig",
  (report, spec, path) => {
    const affinity = textOf(spec.sessionAffinity) || "None";
    checkSupported(report, affinity, ["ClientIP", "None"], child(path, "sessionAffinity"));
    if (affinity !== "ClientIP") return;
    const seconds = asObject(asObject(spec.sessionAffinityConfig).clientIP).timeoutSeconds;
    if (typeof seconds !== "number" || (seconds > 0 && seconds <= longestSeconds)) return;
    const secondsPath = child(child(child(path, "sessionAffinityConfig"), "clientIP"), "timeoutSeconds");
    report("Invalid", secondsPath, seconds, `is not between 1 and ${longestSeconds}`);
  },
);
