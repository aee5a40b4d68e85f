import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, listOf, objectOf, optionalTextOf } from "../../values/json-object.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import type { IngressForm } from "./ingress-form.ts";
import { checkIngressRule } from "./ingress-rule.ts";
import { checkIngressTls } from "./ingress-tls.ts";

/** Faults that an update may keep, because they were stored before there was a rule against them. */
export interface IngressLeniency {
  /** Names of Secrets in `tls` are not checked. */
  readonly allowsSecretNames: boolean;
  /** Rules with a wildcard host are checked no further than that. */
  readonly allowsWildcardRules: boolean;
}

const strict: IngressLeniency = { allowsSecretNames: false, allowsWildcardRules: false };

export function checkIngressSpec(
  outer: Report,
  value: unknown,
  path: FieldPath,
  form: IngressForm,
  leniency: IngressLeniency = strict,
): void {
  const report = reportFrom(outer, networking, "ValidateIngressSpec");
  const spec = asObject(value);
  const rules = listOf(spec.rules);
  const defaultBackend = objectOf(form.defaultBackend === "backend" ? spec.backend : spec.defaultBackend);
  if (rules.length === 0 && defaultBackend === undefined) {
    report("Invalid", path, value, `must have "rules" or "${form.defaultBackend}"`);
  }
  if (defaultBackend !== undefined) {
    form.checkBackend(report, defaultBackend, child(path, form.defaultBackend));
  }
  const rulesPath = child(path, "rules");
  for (let index = 0; index < rules.length; index++) {
    checkIngressRule(
      report,
      asObject(rules[index]),
      item(rulesPath, index),
      form,
      leniency.allowsWildcardRules,
    );
  }
  const tls = listOf(spec.tls);
  const tlsPath = child(path, "tls");
  for (let index = 0; index < tls.length; index++) {
    checkIngressTls(report, asObject(tls[index]), item(tlsPath, index), leniency.allowsSecretNames);
  }
  const className = optionalTextOf(spec.ingressClassName);
  if (className !== undefined) {
    for (const problem of dns1123SubdomainProblems(className)) {
      report("Invalid", child(path, "ingressClassName"), className, problem);
    }
  }
}
