import { field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { checkClassAnnotation } from "../ingress/class-annotation.ts";
import type { IngressForm } from "../ingress/ingress-form.ts";
import { checkIngressSpec, type IngressLeniency } from "../ingress/ingress-spec.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkBackendV1beta1 } from "./backend-v1beta1.ts";

const specPath: FieldPath = field("spec");

const form: IngressForm = {
  defaultBackend: "backend",
  checkBackend: checkBackendV1beta1,
  // Source: kubernetes 1.20, pkg/apis/networking/v1beta1/defaults.go.
  pathType: "ImplementationSpecific",
};

// What was stored before v1 was stricter must stay readable. Source: allowInvalidSecretName and
// allowInvalidWildcardHostRule.
const leniency: IngressLeniency = { allowsSecretNames: true, allowsWildcardRules: true };

/**
 * The API server's rules for an Ingress of `extensions/v1beta1` or `networking.k8s.io/v1beta1` on create, from
 * Kubernetes 1.18 until both went with 1.22.
 * Source: kubernetes 1.20, pkg/apis/networking/validation/validation.go, ValidateIngressCreate.
 */
export function checkIngressV1beta1(outer: Report, ingress: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, networking, "ValidateIngressCreate");
  checkObjectMeta(report, ingress, subdomainForm, true);
  checkIngressSpec(report, ingress.spec, specPath, form, leniency);
  checkClassAnnotation(report, asObject(ingress.metadata), asObject(ingress.spec), version);
}
