import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { optionalTextOf } from "../../values/json-object.ts";
import { isAtLeast } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

/**
 * `loadBalancerClass` and `allocateLoadBalancerNodePorts`, both since 1.22 (before behind gates, where the server drops them).
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateService and validateLoadBalancerClassField.
 */
export function checkLoadBalancer(outer: Report, { spec, type, version }: ServiceFacts, path: FieldPath): void {
  const report = reportFrom(outer, core, "ValidateService");
  if (!isAtLeast(version, 22)) return;
  const className = optionalTextOf(spec.loadBalancerClass);
  const classPath = child(path, "loadBalancerClass");
  if (type === "LoadBalancer") {
    if (className !== undefined) reportProblems(report, qualifiedNameProblems(className), classPath, className);
    return;
  }
  const problem = "must not be set unless the type of the Service is LoadBalancer";
  if (className !== undefined) report("Forbidden", classPath, className, problem);
  if (typeof spec.allocateLoadBalancerNodePorts === "boolean") {
    report("Forbidden", child(path, "allocateLoadBalancerNodePorts"), spec.allocateLoadBalancerNodePorts, problem);
  }
}
