import { child, field, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkPodAnnotations } from "./pod-annotations.ts";
import { checkPodSpec } from "./pod-spec.ts";

const annotationsPath: FieldPath = child(field("metadata"), "annotations");
const specPath: FieldPath = field("spec");

/**
 * The API server's rules for a Pod on create. The need of tokens for a service account is not checked: servers give one
 * to Pods that name none.
 */
export function checkPod(outer: Report, pod: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "ValidatePodCreate");
  checkObjectMeta(report, pod, subdomainForm, true);
  // Later servers set it.
  if (!isAtLeast(version, 33)) checkGeneration(report, pod);
  const spec = asObject(pod.spec);
  const annotations = objectOf(asObject(pod.metadata).annotations);
  if (annotations !== undefined) checkPodAnnotations(report, annotations, spec, annotationsPath, version);
  checkPodSpec(report, spec, specPath, version);
  for (const name of ["containers", "initContainers"]) checkImages(report, listOf(spec[name]), child(specPath, name));
  // Servers before 1.23 drop them.
  if (listOf(spec.ephemeralContainers).length > 0 && isAtLeast(version, 23)) {
    const problem = "must not be set when a Pod is created";
    report("Forbidden", child(specPath, "ephemeralContainers"), spec.ephemeralContainers, problem);
  }
}

/**
 * Names of images in a Pod have no surrounding white space; those in templates may. Source: as above,
 * validateContainersOnlyForPod.
 */
function checkImages(outer: Report, containers: readonly unknown[], path: FieldPath): void {
  const report = reportFrom(outer, core, "validateContainersOnlyForPod");
  for (const [index, container] of containers.entries()) {
    const image = textOf(asObject(container).image);
    if (image === image.trim()) continue;
    report("Invalid", child(item(path, index), "image"), image, "must not begin or end with a space");
  }
}
