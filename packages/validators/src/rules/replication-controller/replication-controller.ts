import { child, field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkAlwaysRunning } from "../pod/always-running.ts";
import { checkPodTemplate } from "../pod/pod-template.ts";
import { checkReadOnlyDisks } from "../pod/read-only-disks.ts";

const specPath: FieldPath = field("spec");
const templatePath: FieldPath = child(specPath, "template");

/**
 * What the API server asks of a ReplicationController on create; without a selector it selects the labels of its template.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateReplicationControllerSpec.
 */
export function checkReplicationController(
  controller: JsonObject,
  report: Report,
  version: KubernetesVersion,
): void {
  checkObjectMeta(controller, subdomainForm, true, report);
  const spec = asObject(controller.spec);
  checkNotNegative(spec, ["replicas", "minReadySeconds"], specPath, report);
  const template = objectOf(spec.template);
  const labels = asObject(asObject(template?.metadata).labels);
  const given = asObject(spec.selector);
  const selector = Object.keys(given).length > 0 ? given : labels;
  if (Object.keys(selector).length === 0) {
    report("Required", child(specPath, "selector"), spec.selector, "needs the labels of the template");
  }
  if (template === undefined) {
    report("Required", templatePath, spec.template, "needs the template of the pods");
    return;
  }
  const isSelected = Object.keys(selector).every((name) =>
    Object.hasOwn(labels, name) && textOf(labels[name]) === textOf(selector[name])
  );
  if (!isSelected) {
    report("Invalid", child(child(templatePath, "metadata"), "labels"), labels, "do not match the selector");
  }
  checkPodTemplate(template, templatePath, version, report);
  const pods = asObject(template.spec);
  const podsPath = child(templatePath, "spec");
  if (typeof spec.replicas === "number" && spec.replicas > 1) checkReadOnlyDisks(pods, podsPath, version, report);
  checkAlwaysRunning(pods, podsPath, report);
}
