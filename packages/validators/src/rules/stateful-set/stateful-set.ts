import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { apps } from "../sources.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { kindNameForm } from "../metadata/kind-name-form.ts";
import { checkAnnotations } from "../metadata/annotations.ts";
import { checkLabels } from "../metadata/labels.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkPodAnnotations } from "../pod/pod-annotations.ts";
import { checkSelector, checkTemplateLabels } from "../pod/replicated-template.ts";
import { checkStatefulUpdate } from "./update-strategy.ts";

const specPath: FieldPath = field("spec");
const templatePath: FieldPath = child(specPath, "template");
const managementPolicies = ["OrderedReady", "Parallel"];
const retentionPolicies = ["Delete", "Retain"];

/**
 * The API server's rules for a StatefulSet on create. It does not check the containers and volumes of the template: the
 * claims also decide which volumes there are.
 */
export function checkStatefulSet(outer: Report, statefulSet: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, apps, "ValidateStatefulSetSpec");
  checkObjectMeta(report, statefulSet, kindNameForm("apps", "StatefulSet", statefulSet, version), true);
  const spec = asObject(statefulSet.spec);
  const management = textOf(spec.podManagementPolicy) || "OrderedReady";
  if (!managementPolicies.includes(management)) {
    const problem = `is not one of ${managementPolicies.join(", ")}`;
    report("Invalid", child(specPath, "podManagementPolicy"), management, problem, managementPolicies);
  }
  checkStatefulUpdate(report, asObject(spec.updateStrategy), child(specPath, "updateStrategy"), version);
  checkNotNegative(report, spec, isAtLeast(version, 22) ? ["replicas", "minReadySeconds"] : ["replicas"], specPath);
  checkNewerFields(report, spec, version);
  const selector = checkSelector(report, spec, specPath, version);
  const template = asObject(spec.template);
  if (selector !== undefined) {
    checkTemplateLabels(report, selector, template, templatePath);
    checkTemplateMetadata(report, template, version);
  }
  checkPods(report, asObject(template.spec), child(templatePath, "spec"));
}

/** Source: as above, ValidatePodTemplateSpecForStatefulSet. */
function checkTemplateMetadata(outer: Report, template: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, apps, "ValidatePodTemplateSpecForStatefulSet");
  const { labels, annotations } = asObject(template.metadata);
  if (objectOf(labels) !== undefined) checkLabels(report, asObject(labels), child(templatePath, "labels"));
  if (objectOf(annotations) === undefined) return;
  const path = child(templatePath, "annotations");
  checkAnnotations(report, asObject(annotations), path);
  checkPodAnnotations(report, asObject(annotations), asObject(template.spec), path, version);
}

function checkPods(report: Report, spec: JsonObject, path: FieldPath): void {
  const policy = textOf(spec.restartPolicy);
  if (policy !== "" && policy !== "Always") {
    report("NotSupported", child(path, "restartPolicy"), policy, "must be Always", ["Always"]);
  }
  if (typeof spec.activeDeadlineSeconds === "number") {
    const problem = "must not be set in a template of pods that are kept running";
    report("Forbidden", child(path, "activeDeadlineSeconds"), spec.activeDeadlineSeconds, problem);
  }
}

// The retention of the claims, and the first ordinal, since 1.27. An absent policy is Retain.
function checkNewerFields(report: Report, spec: JsonObject, version: KubernetesVersion): void {
  if (!isAtLeast(version, 27)) return;
  const policy = objectOf(spec.persistentVolumeClaimRetentionPolicy);
  for (const name of policy === undefined ? [] : ["whenDeleted", "whenScaled"]) {
    const value = textOf(policy?.[name]) || "Retain";
    if (retentionPolicies.includes(value)) continue;
    const path = child(child(specPath, "persistentVolumeClaimRetentionPolicy"), name);
    report("NotSupported", path, value, `is not one of ${retentionPolicies.join(", ")}`, retentionPolicies);
  }
  // The server writes these two as one step, which looks the same.
  checkNotNegative(report, asObject(spec.ordinals), ["start"], child(specPath, "ordinals"));
}
