import { dns1035LabelProblems } from "../../formats/dns-1035-label.ts";
import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import type { FieldPath } from "../../values/field-path.ts";
import type { JsonObject } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import type { Report } from "../../runtime/report.ts";
import { checkBackend } from "./backend.ts";

/** The words and rules that depend on the API version of Ingress. */
export interface IngressForm {
  /** The field of the backend for requests that no rule matches. */
  readonly defaultBackend: "defaultBackend" | "backend";
  readonly checkBackend: (report: Report, backend: JsonObject, path: FieldPath) => void;
  /** The default of an absent `pathType`; without it, one is required. */
  readonly pathType?: string;
}

const formUntil1_35: IngressForm = {
  defaultBackend: "defaultBackend",
  checkBackend: (report, backend, path) => checkBackend(report, backend, path, dns1035LabelProblems),
};

const form: IngressForm = {
  defaultBackend: "defaultBackend",
  checkBackend: (report, backend, path) => checkBackend(report, backend, path, dns1123LabelProblems),
};

/**
 * The form of `networking.k8s.io/v1`. Since 1.36 (gate RelaxedServiceNameValidation) the name of a Service may begin
 * with a digit.
 */
export function ingressForm(version: KubernetesVersion): IngressForm {
  return isAtLeast(version, 36) ? form : formUntil1_35;
}
