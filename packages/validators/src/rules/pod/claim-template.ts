import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkAnnotations } from "../metadata/annotations.ts";
import { checkLabels } from "../metadata/labels.ts";
import { checkClaimSpec } from "./claim-spec.ts";

const forbidden = [
  "name",
  "generateName",
  "namespace",
  "uid",
  "resourceVersion",
  "generation",
  "creationTimestamp",
  "deletionTimestamp",
  "deletionGracePeriodSeconds",
  "ownerReferences",
  "finalizers",
  "managedFields",
];

/**
 * The claim that is created and deleted with a pod: it has labels and annotations, but no name.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidatePersistentVolumeClaimTemplate and
 * ValidateTemplateObjectMeta.
 */
export function checkClaimTemplate(
  outer: Report,
  template: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "ValidatePersistentVolumeClaimTemplate");
  const metadata = asObject(template.metadata);
  const metadataPath = child(path, "metadata");
  const annotations = objectOf(metadata.annotations);
  if (annotations !== undefined) checkAnnotations(report, annotations, child(metadataPath, "annotations"));
  const labels = objectOf(metadata.labels);
  if (labels !== undefined) checkLabels(report, labels, child(metadataPath, "labels"));
  for (const name of forbidden) {
    const value = metadata[name];
    if (value === undefined || value === null || value === "" || value === 0) continue;
    report("Forbidden", child(metadataPath, name), value, "must not be set in the template of a claim");
  }
  checkClaimSpec(report, asObject(template.spec), child(path, "spec"), version);
}
