import { child, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkAnnotations } from "../metadata/annotations.ts";
import { checkLabels } from "../metadata/labels.ts";
import { checkPodAnnotations } from "./pod-annotations.ts";
import { checkPodSpec } from "./pod-spec.ts";

/**
 * A template of pods; the server leaves `metadata` out of the paths of its labels and annotations.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidatePodTemplateSpec.
 */
export function checkPodTemplate(
  template: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const metadata = asObject(template.metadata);
  const spec = asObject(template.spec);
  const labels = objectOf(metadata.labels);
  if (labels !== undefined) checkLabels(labels, child(path, "labels"), report);
  const annotations = objectOf(metadata.annotations);
  if (annotations !== undefined) {
    checkAnnotations(annotations, child(path, "annotations"), report);
    checkPodAnnotations(annotations, spec, child(path, "annotations"), version, report);
  }
  const specPath = child(path, "spec");
  checkPodSpec(spec, specPath, version, report);
  // Servers before 1.23 drop them.
  if (listOf(spec.ephemeralContainers).length > 0 && isAtLeast(version, 23)) {
    const problem = "must not be set in a template";
    report("Forbidden", child(specPath, "ephemeralContainers"), spec.ephemeralContainers, problem);
  }
}
