import { child, field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, numberOf, objectOf, textOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { selectorFrom } from "../label-selector/match-labels.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkPodTemplate } from "../pod/pod-template.ts";
import { checkStrategy } from "./strategy.ts";

const specPath: FieldPath = field("spec");
const defaultDeadline = 600;

/**
 * What the API server asks of a Deployment of `apps/v1` on create.
 * Source: kubernetes, pkg/apis/apps/validation/validation.go, ValidateDeploymentSpec.
 */
export function checkDeployment(deployment: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(deployment, subdomainForm, true, report);
  const spec = asObject(deployment.spec);
  for (const name of ["replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"]) {
    const count = numberOf(spec[name]);
    if (count < 0) report("Invalid", child(specPath, name), count, "is negative");
  }
  checkSelectorAndTemplate(spec, version, report);
  checkStrategy(asObject(spec.strategy), child(specPath, "strategy"), report);
  const minReady = numberOf(spec.minReadySeconds);
  const deadline = typeof spec.progressDeadlineSeconds === "number" ? spec.progressDeadlineSeconds : defaultDeadline;
  if (deadline <= minReady) {
    const problem = `must be greater than minReadySeconds, which is ${minReady}`;
    report("Invalid", child(specPath, "progressDeadlineSeconds"), deadline, problem);
  }
}

function checkSelectorAndTemplate(spec: JsonObject, version: KubernetesVersion, report: Report): void {
  const path = child(specPath, "selector");
  const given = objectOf(spec.selector);
  if (given === undefined) report("Required", path, spec.selector, "needs the labels of the template");
  else checkLabelSelector(given, path, version, report);
  const selector = selectorFrom(given);
  if (given !== undefined && selector?.isEmpty) report("Invalid", path, given, "selects everything");
  // A selector that cannot be used: the template is not looked at.
  if (selector === undefined) {
    report("Invalid", path, given, "is not a selector");
    return;
  }
  const template = asObject(spec.template);
  const templatePath = child(specPath, "template");
  const labels = asObject(asObject(template.metadata).labels);
  if (!selector.matches(labels)) {
    const labelsPath = child(child(templatePath, "metadata"), "labels");
    report("Invalid", labelsPath, labels, "do not match the selector");
  }
  checkPodTemplate(template, templatePath, version, report);
  checkForDeployment(asObject(template.spec), child(templatePath, "spec"), report);
}

// What pods may and those of a Deployment may not. A policy that is unknown is reported on the same field anyway.
function checkForDeployment(spec: JsonObject, path: FieldPath, report: Report): void {
  const policy = textOf(spec.restartPolicy);
  if (policy === "OnFailure" || policy === "Never") {
    report("NotSupported", child(path, "restartPolicy"), policy, "is not Always", ["Always"]);
  }
  if (typeof spec.activeDeadlineSeconds === "number") {
    const problem = "must not be set in a Deployment";
    report("Forbidden", child(path, "activeDeadlineSeconds"), spec.activeDeadlineSeconds, problem);
  }
}
