import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, optionalTextOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { checkResourceReference } from "../ingress/resource-reference.ts";
import { reportProblems } from "../report-problems.ts";

const scopes = ["Cluster", "Namespace"];

/**
 * The resource with the parameters of a class. Its scope and namespace exist since 1.22 (in 1.21 behind a gate); before,
 * the server dropped both.
 */
export function checkClassParameters(
  outer: Report,
  parameters: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, networking, "validateIngressClassParametersReference");
  checkResourceReference(report, parameters, path);
  if (!isAtLeast(version, 22)) return;
  const scope = optionalTextOf(parameters.scope) ?? "Cluster";
  const namespace = optionalTextOf(parameters.namespace);
  const namespacePath = child(path, "namespace");
  if (!scopes.includes(scope)) {
    report("NotSupported", child(path, "scope"), scope, `is not one of ${scopes.join(", ")}`, scopes);
  } else if (scope === "Namespace") {
    if (namespace === undefined) report("Required", namespacePath, undefined, "must be set when scope is Namespace");
    else reportProblems(report, dns1123LabelProblems(namespace), namespacePath, namespace);
  } else if (namespace !== undefined) {
    report("Forbidden", namespacePath, namespace, "must not be set when scope is Cluster");
  }
}
