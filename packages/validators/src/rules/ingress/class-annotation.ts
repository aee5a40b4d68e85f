import { child, field, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, objectOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";

const annotation = "kubernetes.io/ingress.class";
// The server leaves out "metadata.".
const path: FieldPath = child(field("annotations"), annotation);

/**
 * The old annotation and `ingressClassName`: since 1.27 they must be equal, before they must not both be set.
 * Source: kubernetes, pkg/apis/networking/validation/validation.go, ValidateIngressCreate;
 * kubernetes/kubernetes#115447.
 */
export function checkClassAnnotation(
  outer: Report,
  metadata: JsonObject,
  spec: JsonObject,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, networking, "ValidateIngressCreate");
  const className = optionalTextOf(spec.ingressClassName);
  const annotations = objectOf(metadata.annotations);
  if (className === undefined || annotations === undefined || !Object.hasOwn(annotations, annotation)) return;
  const annotated = textOf(annotations[annotation]);
  if (!isAtLeast(version, 27)) {
    report("Invalid", path, annotated, "must not be set when spec.ingressClassName is set");
  } else if (annotated !== className) {
    report(
      "Invalid",
      path,
      annotated,
      `must be equal to spec.ingressClassName, which is ${JSON.stringify(className)}`,
    );
  }
}
