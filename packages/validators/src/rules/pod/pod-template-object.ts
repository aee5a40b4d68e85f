import { field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkPodTemplate } from "./pod-template.ts";

const templatePath: FieldPath = field("template");

/**
 * The API server's rules for an object of the kind PodTemplate on create.
 */
export function checkPodTemplateObject(outer: Report, object: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "ValidatePodTemplate");
  checkObjectMeta(report, object, subdomainForm, true);
  // Later servers set it.
  if (!isAtLeast(version, 22)) checkGeneration(report, object);
  checkPodTemplate(report, asObject(object.template), templatePath, version);
}
