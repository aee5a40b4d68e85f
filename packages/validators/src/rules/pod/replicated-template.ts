import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { apps } from "../sources.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { type Selector, selectorFrom } from "../label-selector/match-labels.ts";
import { checkAlwaysRunning } from "./always-running.ts";
import { checkPodTemplate } from "./pod-template.ts";
import { checkReadOnlyDisks } from "./read-only-disks.ts";

/**
 * `selector` and `template` of a spec that keeps a number of equal pods.
 * Source: kubernetes, pkg/apis/apps/validation/validation.go, ValidatePodTemplateSpecForReplicaSet and its callers.
 *
 * @param spec The spec of a Deployment or a ReplicaSet.
 */
export function checkReplicatedTemplate(
  outer: Report,
  spec: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, apps, "ValidatePodTemplateSpecForReplicaSet");
  const selector = checkSelector(report, spec, path, version);
  // A selector that cannot be used: the template is not checked.
  if (selector === undefined) return;
  const template = asObject(spec.template);
  const templatePath = child(path, "template");
  checkTemplateLabels(report, selector, template, templatePath);
  checkPodTemplate(report, template, templatePath, version);
  const pods = asObject(template.spec);
  const podsPath = child(templatePath, "spec");
  if (typeof spec.replicas === "number" && spec.replicas > 1) checkReadOnlyDisks(report, pods, podsPath, version);
  checkAlwaysRunning(report, pods, podsPath);
}

/**
 * Checks a selector that is required and must not select everything.
 *
 * @returns `undefined` if it cannot be used.
 */
export function checkSelector(
  report: Report,
  spec: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
): Selector | undefined {
  const selectorPath = child(path, "selector");
  const given = objectOf(spec.selector);
  if (given === undefined) report("Required", selectorPath, spec.selector, "must be set to labels of the template");
  else checkLabelSelector(report, given, selectorPath, version);
  const selector = selectorFrom(given);
  if (given !== undefined && selector?.isEmpty) {
    report("Invalid", selectorPath, given, "must not be empty, which selects every pod");
  }
  if (selector === undefined) report("Invalid", selectorPath, given, "is not a valid selector");
  return selector;
}

/** A template must have the labels that its controller selects. */
export function checkTemplateLabels(report: Report, selector: Selector, template: JsonObject, path: FieldPath): void {
  const labels = asObject(asObject(template.metadata).labels);
  if (selector.matches(labels)) return;
  report("Invalid", child(child(path, "metadata"), "labels"), labels, "must match the selector");
}
