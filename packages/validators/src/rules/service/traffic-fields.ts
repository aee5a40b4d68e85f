import { portNumberProblems } from "../../formats/port-number.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { listOf, numberOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import { isAtLeast } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

const policies = ["Cluster", "Local"];

/**
 * Each field alone. `internalTrafficPolicy` exists since 1.22, `trafficDistribution` since 1.31, with more values since
 * 1.34 (before behind gates, where the server drops them).
 */
export function checkTrafficFields(outer: Report, { spec, version }: ServiceFacts, path: FieldPath): void {
  const report = reportFrom(outer, core, "ValidateService");
  if (!isAtLeast(version, 26)) {
    const external = textOf(spec.externalTrafficPolicy);
    const healthPort = numberOf(spec.healthCheckNodePort);
    if (external !== "" && !policies.includes(external)) {
      report("Invalid", child(path, "externalTrafficPolicy"), external, `is not one of ${policies.join(", ")}`);
    }
    if (healthPort < 0) report("Invalid", child(path, "healthCheckNodePort"), healthPort, "must not be negative");
  }
  const internal = optionalTextOf(spec.internalTrafficPolicy);
  if (isAtLeast(version, 22) && internal !== undefined) {
    checkSupported(report, internal, policies, child(path, "internalTrafficPolicy"));
  }
  const distribution = optionalTextOf(spec.trafficDistribution);
  if (isAtLeast(version, 31) && distribution !== undefined) {
    const allowed = isAtLeast(version, 34) ? ["PreferClose", "PreferSameZone", "PreferSameNode"] : ["PreferClose"];
    checkSupported(report, distribution, allowed, child(path, "trafficDistribution"));
  }
}

/**
 * The fields that are only for Services that are exposed outside the cluster, including those with external IPs since
 * 1.26. Source: kubernetes, pkg/apis/core/validation/validation.go, validateServiceExternalTrafficPolicy, before 1.26
 * ValidateServiceExternalTrafficFieldsCombination.
 */
export function checkTrafficFieldsTogether(
  outer: Report,
  { spec, type, version }: ServiceFacts,
  path: FieldPath,
): void {
  const report = reportFrom(outer, core, "validateServiceExternalTrafficPolicy");
  const isNew = isAtLeast(version, 26);
  const policy = textOf(spec.externalTrafficPolicy);
  const policyPath = child(path, "externalTrafficPolicy");
  const hasExternalIps = isNew && type === "ClusterIP" && listOf(spec.externalIPs).length > 0;
  if (type !== "LoadBalancer" && type !== "NodePort" && !hasExternalIps) {
    if (policy !== "") {
      report("Invalid", policyPath, policy, "must not be set unless the Service can be reached from outside");
    }
  } else if (isNew && policy !== "") {
    checkSupported(report, policy, policies, policyPath);
  }
  const healthPort = numberOf(spec.healthCheckNodePort);
  if (healthPort === 0) return;
  const healthPath = child(path, "healthCheckNodePort");
  if (type !== "LoadBalancer" || policy !== "Local") {
    report(
      "Invalid",
      healthPath,
      healthPort,
      "must not be set unless type is LoadBalancer and externalTrafficPolicy is Local",
    );
  } else if (isNew) reportProblems(report, portNumberProblems(healthPort), healthPath, healthPort);
}
