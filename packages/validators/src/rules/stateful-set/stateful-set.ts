import { child, field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
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
 * What the API server asks of a StatefulSet on create. It looks at no container and no volume of the template: which
 * volumes there are, the claims decide as well.
 * Source: kubernetes, pkg/apis/apps/validation/validation.go, ValidateStatefulSetSpec.
 */
export function checkStatefulSet(statefulSet: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(statefulSet, kindNameForm("apps", "StatefulSet", statefulSet, version), true, report);
  const spec = asObject(statefulSet.spec);
  const management = textOf(spec.podManagementPolicy) || "OrderedReady";
  if (!managementPolicies.includes(management)) {
    const problem = `is not one of ${managementPolicies.join(", ")}`;
    report("Invalid", child(specPath, "podManagementPolicy"), management, problem, managementPolicies);
  }
  checkStatefulUpdate(asObject(spec.updateStrategy), child(specPath, "updateStrategy"), version, report);
  checkNotNegative(spec, isAtLeast(version, 22) ? ["replicas", "minReadySeconds"] : ["replicas"], specPath, report);
  checkNewerFields(spec, version, report);
  const selector = checkSelector(spec, specPath, version, report);
  const template = asObject(spec.template);
  if (selector !== undefined) {
    checkTemplateLabels(selector, template, templatePath, report);
    checkTemplateMetadata(template, version, report);
  }
  checkPods(asObject(template.spec), child(templatePath, "spec"), report);
}

/** Source: as above, ValidatePodTemplateSpecForStatefulSet. */
function checkTemplateMetadata(template: JsonObject, version: KubernetesVersion, report: Report): void {
  const { labels, annotations } = asObject(template.metadata);
  if (objectOf(labels) !== undefined) checkLabels(asObject(labels), child(templatePath, "labels"), report);
  if (objectOf(annotations) === undefined) return;
  const path = child(templatePath, "annotations");
  checkAnnotations(asObject(annotations), path, report);
  checkPodAnnotations(asObject(annotations), asObject(template.spec), path, version, report);
}

function checkPods(spec: JsonObject, path: FieldPath, report: Report): void {
  const policy = textOf(spec.restartPolicy);
  if (policy !== "" && policy !== "Always") {
    report("NotSupported", child(path, "restartPolicy"), policy, "is not Always", ["Always"]);
  }
  if (typeof spec.activeDeadlineSeconds === "number") {
    const problem = "must not be set for pods that are kept running";
    report("Forbidden", child(path, "activeDeadlineSeconds"), spec.activeDeadlineSeconds, problem);
  }
}

// What becomes of the claims, and where counting starts: since 1.27. An absent policy is Retain.
function checkNewerFields(spec: JsonObject, version: KubernetesVersion, report: Report): void {
  if (!isAtLeast(version, 27)) return;
  const policy = objectOf(spec.persistentVolumeClaimRetentionPolicy);
  for (const name of policy === undefined ? [] : ["whenDeleted", "whenScaled"]) {
    const value = textOf(policy?.[name]) || "Retain";
    if (retentionPolicies.includes(value)) continue;
    const path = child(child(specPath, "persistentVolumeClaimRetentionPolicy"), name);
    report("NotSupported", path, value, `is not one of ${retentionPolicies.join(", ")}`, retentionPolicies);
  }
  // The server writes these two as one step, which looks the same.
  checkNotNegative(asObject(spec.ordinals), ["start"], child(specPath, "ordinals"), report);
}
