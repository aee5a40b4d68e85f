import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, listOf, objectOf, optionalTextOf } from "../../json-object.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import type { Problems } from "../../formats/problems.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkBackend } from "./backend.ts";
import { checkIngressRule } from "./ingress-rule.ts";
import { checkIngressTls } from "./ingress-tls.ts";

/** What an update may keep, because it was stored before there was a rule against it. */
export interface IngressLeniency {
  /** Names of Secrets in `tls` are not checked. */
  readonly allowsSecretNames: boolean;
  /** Rules with a wildcard host are checked no further than that. */
  readonly allowsWildcardRules: boolean;
}

const strict: IngressLeniency = { allowsSecretNames: false, allowsWildcardRules: false };

/** Source: kubernetes, pkg/apis/networking/validation/validation.go, ValidateIngressSpec. */
export function checkIngressSpec(
  value: unknown,
  path: FieldPath,
  serviceNameProblems: (name: string) => Problems,
  report: Report,
  leniency: IngressLeniency = strict,
): void {
  const spec = asObject(value);
  const rules = listOf(spec.rules);
  const defaultBackend = objectOf(spec.defaultBackend);
  if (rules.length === 0 && defaultBackend === undefined) {
    report("Invalid", path, value, 'needs "rules" or "defaultBackend"');
  }
  if (defaultBackend !== undefined) {
    checkBackend(defaultBackend, child(path, "defaultBackend"), serviceNameProblems, report);
  }
  const rulesPath = child(path, "rules");
  for (let index = 0; index < rules.length; index++) {
    checkIngressRule(
      asObject(rules[index]),
      item(rulesPath, index),
      serviceNameProblems,
      report,
      leniency.allowsWildcardRules,
    );
  }
  const tls = listOf(spec.tls);
  const tlsPath = child(path, "tls");
  for (let index = 0; index < tls.length; index++) {
    checkIngressTls(asObject(tls[index]), item(tlsPath, index), report, leniency.allowsSecretNames);
  }
  const className = optionalTextOf(spec.ingressClassName);
  if (className !== undefined) {
    for (const problem of dns1123SubdomainProblems(className)) {
      report("Invalid", child(path, "ingressClassName"), className, problem);
    }
  }
}
