import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkAlwaysRunning } from "../pod/always-running.ts";
import { checkPodTemplate } from "../pod/pod-template.ts";
import { checkReadOnlyDisks } from "../pod/read-only-disks.ts";

const specPath: FieldPath = field("spec");
const templatePath: FieldPath = child(specPath, "template");

/**
 * The API server's rules for a ReplicationController on create; without a selector it selects the labels of its
 * template.
 */
export function checkReplicationController(outer: Report, controller: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "ValidateReplicationControllerSpec");
  checkObjectMeta(report, controller, subdomainForm, true);
  const spec = asObject(controller.spec);
  checkNotNegative(report, spec, ["replicas", "minReadySeconds"], specPath);
  const template = objectOf(spec.template);
  const labels = asObject(asObject(template?.metadata).labels);
  const given = asObject(spec.selector);
  const selector = Object.keys(given).length > 0 ? given : labels;
  if (Object.keys(selector).length === 0) {
    report("Required", child(specPath, "selector"), spec.selector, "must be set to labels of the template");
  }
  if (template === undefined) {
    report("Required", templatePath, spec.template, "must be set to the template of the pods");
    return;
  }
  const isSelected = Object.keys(selector).every((name) =>
    Object.hasOwn(labels, name) && textOf(labels[name]) === textOf(selector[name])
  );
  if (!isSelected) {
    report("Invalid", child(child(templatePath, "metadata"), "labels"), labels, "must match the selector");
  }
  checkPodTemplate(report, template, templatePath, version);
  const pods = asObject(template.spec);
  const podsPath = child(templatePath, "spec");
  if (typeof spec.replicas === "number" && spec.replicas > 1) checkReadOnlyDisks(report, pods, podsPath, version);
  checkAlwaysRunning(report, pods, podsPath);
}
