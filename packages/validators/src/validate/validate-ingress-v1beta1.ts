import { validateIngress } from "../gen/networking.k8s.io/v1.js";
import { isJsonObject } from "../values/json-object.ts";
import { isAtLeast, parseKubernetesVersion } from "../values/kubernetes-version.ts";
import { identityIssue } from "../runtime/identity-issue.ts";
import { checkKind } from "../runtime/check-kind.ts";
import type { ValidateOptions } from "../values/validate-options.ts";
import type { ValidationIssue } from "../values/validation-issue.ts";
import { checkIngressV1beta1 } from "../rules/ingress-v1beta1/ingress-v1beta1.ts";
import { ingressStructure } from "../rules/ingress-v1beta1/structure-v1beta1.ts";

/** The last release that served these kinds. */
const lastVersion = "1.21";
/** Where these kinds are declared. */
const source = "staging/src/k8s.io/api/networking/v1beta1/types.go";
const apiVersions = ["networking.k8s.io/v1beta1", "extensions/v1beta1"] as const;

/**
 * Lists what the API server would refuse in an Ingress of `extensions/v1beta1` or `networking.k8s.io/v1beta1`.
 *
 * @param value Any value; it is not changed.
 * @param options `kubernetesVersion` is 1.21 by default; from 1.22 on every such Ingress is `NotSupported`.
 * @throws {RangeError} If `options.kubernetesVersion` is not a version.
 */
export function validateIngressV1beta1(value: unknown, options: ValidateOptions = {}): readonly ValidationIssue[] {
  const { kubernetesVersion = lastVersion } = options;
  const object = isJsonObject(value) ? value : {};
  const [current, old] = apiVersions;
  const apiVersion = object.apiVersion === old ? old : current;
  if (isAtLeast(parseKubernetesVersion(kubernetesVersion), 22)) {
    const problem = "was removed in Kubernetes 1.22; use networking.k8s.io/v1";
    return [identityIssue("apiVersion", apiVersion, ["networking.k8s.io/v1"], { source }, problem)];
  }
  const rules = { rules: checkIngressV1beta1, rulesDecide: true };
  const own = checkKind(value, { apiVersion, kind: "Ingress", structure: ingressStructure, ...rules, source }, {
    ...options,
    kubernetesVersion,
  });
  if (own.some(isOfAnotherKind)) return own;
  const shared = sharedIssues(object.metadata, object.status, options);
  // A server that cannot decode an object looks no further.
  const isDecodable = !shared.some(({ type }) => type === "TypeInvalid");
  return [...isDecodable ? own : own.filter(isStructural), ...shared];
}

function sharedIssues(metadata: unknown, status: unknown, options: ValidateOptions): readonly ValidationIssue[] {
  const ingress = { apiVersion: "networking.k8s.io/v1", kind: "Ingress", metadata, status };
  return validateIngress(ingress, options).filter(isStructural);
}

function isStructural({ type }: ValidationIssue): boolean {
  return type === "TypeInvalid" || type === "Unknown";
}

function isOfAnotherKind({ type, fieldPath }: ValidationIssue): boolean {
  return type === "NotSupported" && (fieldPath === "apiVersion" || fieldPath === "kind");
}
