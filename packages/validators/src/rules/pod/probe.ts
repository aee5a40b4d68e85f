import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, numberOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkHandler } from "./handler.ts";

const counts = ["initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"];

export function checkProbe(
  outer: Report,
  probe: JsonObject,
  kind: "livenessProbe" | "startupProbe" | "readinessProbe",
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "validateProbe");
  checkHandler(report, probe, path, version, true);
  for (const name of counts) {
    const count = numberOf(probe[name]);
    if (count < 0) report("Invalid", child(path, name), count, "must not be negative");
  }
  // Absent and 0 are 1.
  const successes = numberOf(probe.successThreshold) || 1;
  if (kind !== "readinessProbe" && successes !== 1) {
    report("Invalid", child(path, "successThreshold"), successes, "must be 1");
  }
  const grace = probe.terminationGracePeriodSeconds;
  // Since 1.22 (gate ProbeTerminationGracePeriod).
  if (!isAtLeast(version, 22) || typeof grace !== "number") return;
  const gracePath = child(path, "terminationGracePeriodSeconds");
  if (kind === "readinessProbe") report("Invalid", gracePath, grace, "must not be set for readiness probes");
  else if (grace <= 0) report("Invalid", gracePath, grace, "must be greater than 0");
}
