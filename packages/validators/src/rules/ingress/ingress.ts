import { field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import { dns1035LabelProblems } from "../../formats/dns-1035-label.ts";
import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import type { Report } from "../../runtime/rules.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkClassAnnotation } from "./class-annotation.ts";
import { checkIngressSpec } from "./ingress-spec.ts";

const specPath: FieldPath = field("spec");

/**
 * What the API server asks of an Ingress of `networking.k8s.io/v1` on create.
 * Source: kubernetes, pkg/apis/networking/validation/validation.go, ValidateIngressCreate.
 */
export function checkIngress(ingress: JsonObject, report: Report, version: KubernetesVersion): void {
  // Since 1.36 (gate RelaxedServiceNameValidation) the name of a Service may begin with a digit.
  const serviceNameProblems = isAtLeast(version, 36) ? dns1123LabelProblems : dns1035LabelProblems;
  checkObjectMeta(ingress, subdomainForm, true, report);
  checkIngressSpec(ingress.spec, specPath, serviceNameProblems, report);
  checkClassAnnotation(asObject(ingress.metadata), asObject(ingress.spec), version, report);
}
