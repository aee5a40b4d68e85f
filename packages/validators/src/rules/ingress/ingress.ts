import { field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkClassAnnotation } from "./class-annotation.ts";
import { ingressForm } from "./ingress-form.ts";
import { checkIngressSpec } from "./ingress-spec.ts";

const specPath: FieldPath = field("spec");

/**
 * What the API server asks of an Ingress of `networking.k8s.io/v1` on create.
 * Source: kubernetes, pkg/apis/networking/validation/validation.go, ValidateIngressCreate.
 */
export function checkIngress(ingress: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(ingress, subdomainForm, true, report);
  checkIngressSpec(ingress.spec, specPath, ingressForm(version), report);
  checkClassAnnotation(asObject(ingress.metadata), asObject(ingress.spec), version, report);
}
