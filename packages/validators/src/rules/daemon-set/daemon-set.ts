import { child, field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, objectOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { selectorFrom } from "../label-selector/match-labels.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkAlwaysRunning } from "../pod/always-running.ts";
import { checkPodTemplate } from "../pod/pod-template.ts";
import { checkReadOnlyDisks } from "../pod/read-only-disks.ts";
import { checkTemplateLabels } from "../pod/replicated-template.ts";
import { checkUpdateStrategy } from "./update-strategy.ts";

const specPath: FieldPath = field("spec");
const selectorPath: FieldPath = child(specPath, "selector");
const templatePath: FieldPath = child(specPath, "template");

/**
 * What the API server asks of a DaemonSet on create. It calls a selector that cannot be used wrong only where a part of it
 * is, and then compares it with nothing.
 * Source: kubernetes, pkg/apis/apps/validation/validation.go, ValidateDaemonSetSpec.
 */
export function checkDaemonSet(daemonSet: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(daemonSet, subdomainForm, true, report);
  const spec = asObject(daemonSet.spec);
  const given = objectOf(spec.selector);
  if (given !== undefined) checkLabelSelector(given, selectorPath, version, report);
  const selector = selectorFrom(given);
  const template = asObject(spec.template);
  if (selector !== undefined) checkTemplateLabels(selector, template, templatePath, report);
  if (given !== undefined && selector?.isEmpty) report("Invalid", selectorPath, given, "selects everything");
  checkPodTemplate(template, templatePath, version, report);
  const pods = asObject(template.spec);
  const podsPath = child(templatePath, "spec");
  checkReadOnlyDisks(pods, podsPath, version, report);
  checkAlwaysRunning(pods, podsPath, report);
  checkNotNegative(spec, ["minReadySeconds", "revisionHistoryLimit"], specPath, report);
  checkUpdateStrategy(asObject(spec.updateStrategy), child(specPath, "updateStrategy"), version, report);
}
