import { byteLength } from "../../formats/byte-length.ts";
import { domainPrefixedPathProblems } from "../../formats/domain-prefixed-path.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { batch } from "../sources.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { checkSupported } from "../check-supported.ts";
import { checkPodTemplate } from "../pod/pod-template.ts";
import { reportProblems } from "../report-problems.ts";
import { checkCompletionMode } from "./completion-mode.ts";
import { checkFailurePolicy } from "./failure-policy.ts";
import { checkSuccessPolicy } from "./success-policy.ts";

const policies = ["OnFailure", "Never"];
const replacements = ["Failed", "TerminatingOrFailed"];
const maxManagedByLength = 63;

/**
 * The spec of a Job without its selector, which a CronJob has as well. Fields are judged from the release on that keeps
 * them by default.
 */
export function checkJobSpec(outer: Report, spec: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, batch, "validateJobSpec");
  const counts = ["parallelism", "completions", "activeDeadlineSeconds", "backoffLimit"];
  checkNotNegative(report, spec, counts, path);
  if (isAtLeast(version, 21)) checkNotNegative(report, spec, ["ttlSecondsAfterFinished"], path);
  if (isAtLeast(version, 22)) checkCompletionMode(report, spec, path, version);
  const failurePolicy = isAtLeast(version, 26) ? objectOf(spec.podFailurePolicy) : undefined;
  if (failurePolicy !== undefined) checkFailurePolicy(report, failurePolicy, spec, child(path, "podFailurePolicy"));
  if (isAtLeast(version, 31)) checkSuccessPolicy(report, spec, path);
  const replacement = isAtLeast(version, 29) ? textOf(spec.podReplacementPolicy) : "";
  if (replacement !== "") {
    const allowed = failurePolicy === undefined ? replacements : ["Failed"];
    checkSupported(report, replacement, allowed, child(path, "podReplacementPolicy"));
  }
  const managedBy = isAtLeast(version, 32) ? optionalTextOf(spec.managedBy) : undefined;
  if (managedBy !== undefined) checkManagedBy(report, managedBy, child(path, "managedBy"));
  const template = asObject(spec.template);
  const templatePath = child(path, "template");
  checkPodTemplate(report, template, templatePath, version);
  checkRestartPolicy(report, asObject(template.spec), failurePolicy !== undefined, child(templatePath, "spec"));
}

// The rules for pods report what no pod may have on the same field.
function checkRestartPolicy(report: Report, pods: JsonObject, hasFailurePolicy: boolean, podsPath: FieldPath): void {
  const policy = textOf(pods.restartPolicy) || "Always";
  const path = child(podsPath, "restartPolicy");
  if (policy === "Always") {
    const problem = `must be set to one of ${policies.join(", ")} in a Job`;
    report("Required", path, pods.restartPolicy, problem, policies);
  } else if (hasFailurePolicy && policy === "OnFailure") {
    report("Invalid", path, policy, "must be Never when podFailurePolicy is set");
  }
}

function checkManagedBy(report: Report, managedBy: string, path: FieldPath): void {
  reportProblems(report, domainPrefixedPathProblems(managedBy).slice(0, 1), path, managedBy);
  if (byteLength(managedBy) > maxManagedByLength) {
    report("TooLong", path, managedBy, `is longer than ${maxManagedByLength} bytes`);
  }
}
