import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath } from "../../field-path.ts";
import { optionalTextOf } from "../../json-object.ts";
import { isAtLeast } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

/**
 * `loadBalancerClass` and `allocateLoadBalancerNodePorts`, both since 1.22 (before behind gates, where the server drops them).
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateService and validateLoadBalancerClassField.
 */
export function checkLoadBalancer({ spec, type, version }: ServiceFacts, path: FieldPath, report: Report): void {
  if (!isAtLeast(version, 22)) return;
  const className = optionalTextOf(spec.loadBalancerClass);
  const classPath = child(path, "loadBalancerClass");
  if (type === "LoadBalancer") {
    if (className !== undefined) reportProblems(qualifiedNameProblems(className), classPath, className, report);
    return;
  }
  const problem = "needs a Service of type LoadBalancer";
  if (className !== undefined) report("Forbidden", classPath, className, problem);
  if (typeof spec.allocateLoadBalancerNodePorts === "boolean") {
    report("Forbidden", child(path, "allocateLoadBalancerNodePorts"), spec.allocateLoadBalancerNodePorts, problem);
  }
}
