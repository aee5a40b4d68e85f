import { child, type FieldPath, key } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { batch } from "../sources.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { selectorFrom } from "../label-selector/match-labels.ts";

/** A placeholder for the identity that the server gives to a new Job. */
const newUid = "00000000-0000-4000-8000-000000000000";

/** The labels that the server puts into a Job's template, unless they are there; those with a prefix are since 1.27. */
export function generatedLabels(name: string, version: KubernetesVersion): Readonly<Record<string, string>> {
  const legacy = { "controller-uid": newUid, "job-name": name };
  return isAtLeast(version, 27)
    ? { ...legacy, "batch.kubernetes.io/controller-uid": newUid, "batch.kubernetes.io/job-name": name }
    : legacy;
}

/**
 * The selector of a Job, and the labels of its template. They go together by themselves, unless one of them is written
 * by hand. Source: kubernetes, pkg/apis/batch/validation/validation.go, ValidateGeneratedSelector and ValidateJobSpec.
 *
 * @param labels Those of the template, with the generated ones.
 * @param generated None where `manualSelector` is set.
 */
export function checkJobSelector(
  outer: Report,
  spec: JsonObject,
  labels: JsonObject,
  generated: Readonly<Record<string, string>>,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, batch, "ValidateGeneratedSelector");
  const selectorPath = child(path, "selector");
  const metadataPath = child(child(path, "template"), "metadata");
  const names = Object.keys(generated);
  for (const name of names) {
    if (textOf(labels[name]) === generated[name]) continue;
    report(
      "Invalid",
      key(child(metadataPath, "labels"), name),
      labels[name],
      "must not be used for a label that the server sets",
    );
  }
  const isGenerated = names.length > 0;
  const given = isGenerated ? completed(asObject(spec.selector), version) : objectOf(spec.selector);
  if (given === undefined) {
    report("Required", selectorPath, spec.selector, "must be set when manualSelector is true");
  } else checkLabelSelector(report, given, selectorPath, version);
  const selector = selectorFrom(given);
  if (selector === undefined) return;
  if (isGenerated && !selector.matches(generated)) {
    report(
      "Invalid",
      selectorPath,
      spec.selector,
      "must not be set unless manualSelector is true, since the server makes it",
    );
  }
  if (!selector.matches(labels)) {
    report("Invalid", child(metadataPath, "labels"), labels, "must match the selector");
  }
}

function completed(selector: JsonObject, version: KubernetesVersion): JsonObject {
  const name = isAtLeast(version, 27) ? "batch.kubernetes.io/controller-uid" : "controller-uid";
  return { ...selector, matchLabels: { [name]: newUid, ...asObject(selector.matchLabels) } };
}
