import { field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import { type Rule, rule } from "../../runtime/rule.ts";
import { core } from "../sources.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkPodTemplate } from "./pod-template.ts";

const templatePath: FieldPath = field("template");

/**
 * What the API server asks of an object of the kind PodTemplate on create.
 */
export const checkPodTemplateObject: Rule<[object: JsonObject, version: KubernetesVersion]> = rule(
  core,
  "ValidatePodTemplate",
  (report, object, version) => {
    checkObjectMeta(report, object, subdomainForm, true);
    // Later servers set it.
    if (!isAtLeast(version, 22)) checkGeneration(report, object);
    checkPodTemplate(report, asObject(object.template), templatePath, version);
  },
);
