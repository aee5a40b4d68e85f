import { field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkPodTemplate } from "./pod-template.ts";

const templatePath: FieldPath = field("template");

/**
 * What the API server asks of an object of the kind PodTemplate on create.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidatePodTemplate.
 */
export function checkPodTemplateObject(object: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(object, subdomainForm, true, report);
  // Later servers set it.
  if (!isAtLeast(version, 22)) checkGeneration(object, report);
  checkPodTemplate(asObject(object.template), templatePath, version, report);
}
