import { child, field, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkPodAnnotations } from "./pod-annotations.ts";
import { checkPodSpec } from "./pod-spec.ts";

const annotationsPath: FieldPath = child(field("metadata"), "annotations");
const specPath: FieldPath = field("spec");

/**
 * What the API server asks of a Pod on create. That tokens need a service account is not asked: servers give one to Pods
 * that name none.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidatePodCreate.
 */
export function checkPod(pod: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(pod, subdomainForm, true, report);
  // Later servers set it.
  if (!isAtLeast(version, 33)) checkGeneration(pod, report);
  const spec = asObject(pod.spec);
  const annotations = objectOf(asObject(pod.metadata).annotations);
  if (annotations !== undefined) checkPodAnnotations(annotations, spec, annotationsPath, version, report);
  checkPodSpec(spec, specPath, version, report);
  for (const name of ["containers", "initContainers"]) checkImages(listOf(spec[name]), child(specPath, name), report);
  // Servers before 1.23 drop them.
  if (listOf(spec.ephemeralContainers).length > 0 && isAtLeast(version, 23)) {
    const problem = "must not be set when a Pod is created";
    report("Forbidden", child(specPath, "ephemeralContainers"), spec.ephemeralContainers, problem);
  }
}

/** Names of images in a Pod have no blanks around them; those in templates may. Source: as above, validateContainersOnlyForPod. */
function checkImages(containers: readonly unknown[], path: FieldPath, report: Report): void {
  for (const [index, container] of containers.entries()) {
    const image = textOf(asObject(container).image);
    if (image === image.trim()) continue;
    report("Invalid", child(item(path, index), "image"), image, "begins or ends with a blank");
  }
}
