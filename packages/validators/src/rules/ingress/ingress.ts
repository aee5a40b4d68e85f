import { field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkClassAnnotation } from "./class-annotation.ts";
import { ingressForm } from "./ingress-form.ts";
import { checkIngressSpec } from "./ingress-spec.ts";

const specPath: FieldPath = field("spec");

/**
 * The API server's rules for an Ingress of `networking.k8s.io/v1` on create.
 */
export function checkIngress(outer: Report, ingress: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, networking, "ValidateIngressCreate");
  checkObjectMeta(report, ingress, subdomainForm, true);
  checkIngressSpec(report, ingress.spec, specPath, ingressForm(version));
  checkClassAnnotation(report, asObject(ingress.metadata), asObject(ingress.spec), version);
}
