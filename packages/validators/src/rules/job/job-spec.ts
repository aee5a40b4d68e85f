import { byteLength } from "../../formats/byte-length.ts";
import { domainPrefixedPathProblems } from "../../formats/domain-prefixed-path.ts";
import { child, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, objectOf, optionalTextOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
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
 * Source: kubernetes, pkg/apis/batch/validation/validation.go, validateJobSpec.
 */
export function checkJobSpec(spec: JsonObject, path: FieldPath, version: KubernetesVersion, report: Report): void {
  const counts = ["parallelism", "completions", "activeDeadlineSeconds", "backoffLimit"];
  checkNotNegative(spec, counts, path, report);
  if (isAtLeast(version, 21)) checkNotNegative(spec, ["ttlSecondsAfterFinished"], path, report);
  if (isAtLeast(version, 22)) checkCompletionMode(spec, path, version, report);
  const failurePolicy = isAtLeast(version, 26) ? objectOf(spec.podFailurePolicy) : undefined;
  if (failurePolicy !== undefined) checkFailurePolicy(failurePolicy, spec, child(path, "podFailurePolicy"), report);
  if (isAtLeast(version, 31)) checkSuccessPolicy(spec, path, report);
  const replacement = isAtLeast(version, 29) ? textOf(spec.podReplacementPolicy) : "";
  if (replacement !== "") {
    const allowed = failurePolicy === undefined ? replacements : ["Failed"];
    checkSupported(replacement, allowed, child(path, "podReplacementPolicy"), report);
  }
  const managedBy = isAtLeast(version, 32) ? optionalTextOf(spec.managedBy) : undefined;
  if (managedBy !== undefined) checkManagedBy(managedBy, child(path, "managedBy"), report);
  const template = asObject(spec.template);
  const templatePath = child(path, "template");
  checkPodTemplate(template, templatePath, version, report);
  checkRestartPolicy(asObject(template.spec), failurePolicy !== undefined, child(templatePath, "spec"), report);
}

// The rules for pods report what no pod may have on the same field.
function checkRestartPolicy(
  pods: JsonObject,
  hasFailurePolicy: boolean,
  podsPath: FieldPath,
  report: Report,
): void {
  const policy = textOf(pods.restartPolicy) || "Always";
  const path = child(podsPath, "restartPolicy");
  if (policy === "Always") {
    const problem = `needs one of ${policies.join(", ")} in a Job`;
    report("Required", path, pods.restartPolicy, problem, policies);
  } else if (hasFailurePolicy && policy === "OnFailure") {
    report("Invalid", path, policy, "must be Never where podFailurePolicy is set");
  }
}

function checkManagedBy(managedBy: string, path: FieldPath, report: Report): void {
  reportProblems(domainPrefixedPathProblems(managedBy).slice(0, 1), path, managedBy, report);
  if (byteLength(managedBy) > maxManagedByLength) {
    report("TooLong", path, managedBy, `is longer than ${maxManagedByLength} bytes`);
  }
}
