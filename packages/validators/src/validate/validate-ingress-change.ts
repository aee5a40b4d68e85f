import { validateIngress } from "../gen/networking.k8s.io/v1.js";
import { isJsonObject } from "../values/json-object.ts";
import { checkKind } from "../runtime/check-kind.ts";
import type { KindRule } from "../runtime/report.ts";
import type { ValidateOptions } from "../values/validate-options.ts";
import type { ValidationIssue } from "../values/validation-issue.ts";
import { checkIngressStatus } from "../rules/ingress/ingress-status.ts";
import { ingressUpdateRule } from "../rules/ingress/ingress-update.ts";

/**
 * Lists what the API server would refuse in an update of an Ingress of `networking.k8s.io/v1`.
 *
 * @param old The Ingress that is stored; it is not judged, but what it breaks already may stay.
 * @param updated The Ingress that is to replace it.
 * @returns No issue if the update is valid.
 * @throws {RangeError} If `options.kubernetesVersion` is not a version.
 */
export function validateIngressUpdate(
  old: unknown,
  updated: unknown,
  options?: ValidateOptions,
): readonly ValidationIssue[] {
  return validateWith(ingressUpdateRule(isJsonObject(old) ? old : {}), updated, options);
}

/**
 * Lists what the API server would refuse in the status of an Ingress of `networking.k8s.io/v1`, written through `/status`.
 *
 * @param ingress The whole Ingress; nothing but its status is judged.
 * @returns No issue if the status is valid.
 * @throws {RangeError} If `options.kubernetesVersion` is not a version.
 */
export function validateIngressStatus(ingress: unknown, options?: ValidateOptions): readonly ValidationIssue[] {
  return validateWith(checkIngressStatus, ingress, options);
}

/** The structure is that of every Ingress. */
function validateWith(rules: KindRule, value: unknown, options?: ValidateOptions): readonly ValidationIssue[] {
  const structural = validateIngress(value, options).filter(({ type }) => type === "TypeInvalid" || type === "Unknown");
  if (structural.some(({ type }) => type === "TypeInvalid")) return structural;
  const kind = { apiVersion: "networking.k8s.io/v1", kind: "Ingress", structure: () => true, rules, rulesDecide: true };
  return [...structural, ...checkKind(value, kind, options)];
}
