import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { apps } from "../sources.ts";

/**
 * What other pods may do, but not those that a controller keeps running: terminate.
 * Source: kubernetes, pkg/apis/apps/validation/validation.go, such as ValidatePodTemplateSpecForReplicaSet.
 *
 * @param spec The spec of the pods.
 */
export function checkAlwaysRunning(outer: Report, spec: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, apps, "ValidatePodTemplateSpecForReplicaSet");
  const policy = textOf(spec.restartPolicy);
  // A policy that no pod may have is reported on the same field by the rules for pods.
  if (policy === "OnFailure" || policy === "Never") {
    report("NotSupported", child(path, "restartPolicy"), policy, "must be Always", ["Always"]);
  }
  if (typeof spec.activeDeadlineSeconds === "number") {
    const problem = "must not be set in a template of pods that are kept running";
    report("Forbidden", child(path, "activeDeadlineSeconds"), spec.activeDeadlineSeconds, problem);
  }
}
