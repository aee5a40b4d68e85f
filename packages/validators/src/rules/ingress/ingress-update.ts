import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkObjectMetaUpdate } from "../metadata/object-meta-update.ts";
import { ingressForm } from "./ingress-form.ts";
import { checkRuleValue } from "./ingress-rule.ts";
import { checkIngressSpec } from "./ingress-spec.ts";

const specPath: FieldPath = field("spec");

/**
 * What the API server asks of an Ingress on update: the rules for create without the class annotation's, and less where the
 * old object broke a rule already. Changes of the status are ignored.
 * Source: kubernetes, pkg/apis/networking/validation/validation.go, ValidateIngressUpdate.
 */
export function checkIngressUpdate(
  ingress: JsonObject,
  old: JsonObject,
  report: Report,
  version: KubernetesVersion,
): void {
  const oldSpec = asObject(old.spec);
  checkObjectMetaUpdate(ingress, old, report);
  checkObjectMeta(ingress, subdomainForm, true, report);
  checkIngressSpec(ingress.spec, specPath, ingressForm(version), report, {
    allowsSecretNames: listOf(oldSpec.tls).some(hasBadSecretName),
    allowsWildcardRules: listOf(oldSpec.rules).some((rule) => isBadWildcardRule(asObject(rule), version)),
  });
}

function hasBadSecretName(tls: unknown): boolean {
  const name = textOf(asObject(tls).secretName);
  return name !== "" && dns1123SubdomainProblems(name).length > 0;
}

function isBadWildcardRule(rule: JsonObject, version: KubernetesVersion): boolean {
  if (!textOf(rule.host).includes("*")) return false;
  let isBad = false;
  checkRuleValue(rule, specPath, ingressForm(version), () => {
    isBad = true;
  });
  return isBad;
}
