import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkAnnotations } from "../metadata/annotations.ts";
import { checkLabels } from "../metadata/labels.ts";
import { checkPodAnnotations } from "./pod-annotations.ts";
import { checkPodSpec } from "./pod-spec.ts";

/**
 * A template of pods; the server leaves `metadata` out of the paths of its labels and annotations.
 */
export function checkPodTemplate(
  outer: Report,
  template: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "ValidatePodTemplateSpec");
  const metadata = asObject(template.metadata);
  const spec = asObject(template.spec);
  const labels = objectOf(metadata.labels);
  if (labels !== undefined) checkLabels(report, labels, child(path, "labels"));
  const annotations = objectOf(metadata.annotations);
  if (annotations !== undefined) {
    checkAnnotations(report, annotations, child(path, "annotations"));
    checkPodAnnotations(report, annotations, spec, child(path, "annotations"), version);
  }
  const specPath = child(path, "spec");
  checkPodSpec(report, spec, specPath, version);
  // Servers before 1.23 drop them.
  if (listOf(spec.ephemeralContainers).length > 0 && isAtLeast(version, 23)) {
    const problem = "must not be set in the template of a pod";
    report("Forbidden", child(specPath, "ephemeralContainers"), spec.ephemeralContainers, problem);
  }
}
