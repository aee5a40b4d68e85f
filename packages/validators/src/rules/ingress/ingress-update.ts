import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type KindRule, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkObjectMetaUpdate } from "../metadata/object-meta-update.ts";
import { ingressForm } from "./ingress-form.ts";
import { checkRuleValue } from "./ingress-rule.ts";
import { checkIngressSpec } from "./ingress-spec.ts";

const specPath: FieldPath = field("spec");

/**
 * The API server's rules for an Ingress on update: the rules for create without the class annotation's, and less where
 * the old object broke a rule already. Changes of the status are ignored.
 *
 * @param old The object that is stored.
 */
export function ingressUpdateRule(old: JsonObject): KindRule {
  return (outer, ingress, version) => {
    const report = reportFrom(outer, networking, "ValidateIngressUpdate");
    const oldSpec = asObject(old.spec);
    checkObjectMetaUpdate(report, ingress, old);
    checkObjectMeta(report, ingress, subdomainForm, true);
    checkIngressSpec(report, ingress.spec, specPath, ingressForm(version), {
      allowsSecretNames: listOf(oldSpec.tls).some(hasBadSecretName),
      allowsWildcardRules: listOf(oldSpec.rules).some((rule) => isBadWildcardRule(asObject(rule), version)),
    });
  };
}

function hasBadSecretName(tls: unknown): boolean {
  const name = textOf(asObject(tls).secretName);
  return name !== "" && dns1123SubdomainProblems(name).length > 0;
}

function isBadWildcardRule(rule: JsonObject, version: KubernetesVersion): boolean {
  if (!textOf(rule.host).includes("*")) return false;
  let isBad = false;
  checkRuleValue(
    () => {
      isBad = true;
    },
    rule,
    specPath,
    ingressForm(version),
  );
  return isBad;
}
