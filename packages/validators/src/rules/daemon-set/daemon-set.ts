import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { apps } from "../sources.ts";
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
 * The API server's rules for a DaemonSet on create. It calls a selector that cannot be used wrong only where a part of
 * it is, and then compares it with nothing.
 */
export function checkDaemonSet(outer: Report, daemonSet: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, apps, "ValidateDaemonSetSpec");
  checkObjectMeta(report, daemonSet, subdomainForm, true);
  const spec = asObject(daemonSet.spec);
  const given = objectOf(spec.selector);
  if (given !== undefined) checkLabelSelector(report, given, selectorPath, version);
  const selector = selectorFrom(given);
  const template = asObject(spec.template);
  if (selector !== undefined) checkTemplateLabels(report, selector, template, templatePath);
  if (given !== undefined && selector?.isEmpty) {
    report("Invalid", selectorPath, given, "must not be empty, which selects every pod");
  }
  checkPodTemplate(report, template, templatePath, version);
  const pods = asObject(template.spec);
  const podsPath = child(templatePath, "spec");
  checkReadOnlyDisks(report, pods, podsPath, version);
  checkAlwaysRunning(report, pods, podsPath);
  checkNotNegative(report, spec, ["minReadySeconds", "revisionHistoryLimit"], specPath);
  checkUpdateStrategy(report, asObject(spec.updateStrategy), child(specPath, "updateStrategy"), version);
}
