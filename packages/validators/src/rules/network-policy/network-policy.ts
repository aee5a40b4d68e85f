import { child, field, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkPolicyPeer } from "./policy-peer.ts";
import { checkPolicyPort } from "./policy-port.ts";

const specPath: FieldPath = field("spec");
const policyTypes = ["Ingress", "Egress"];
const directions = [["ingress", "from"], ["egress", "to"]] as const;

/**
 * What the API server asks of a NetworkPolicy of `networking.k8s.io/v1` on create. An absent spec is right.
 * Source: kubernetes, pkg/apis/networking/validation/validation.go, ValidateNetworkPolicySpec.
 */
export function checkNetworkPolicy(policy: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(policy, subdomainForm, true, report);
  const spec = asObject(policy.spec);
  checkLabelSelector(asObject(spec.podSelector), child(specPath, "podSelector"), version, report);
  for (const [direction, peers] of directions) {
    for (const [index, entry] of listOf(spec[direction]).entries()) {
      const rule = asObject(entry);
      const path = item(child(specPath, direction), index);
      for (const [portIndex, port] of listOf(rule.ports).entries()) {
        checkPolicyPort(asObject(port), item(child(path, "ports"), portIndex), version, report);
      }
      for (const [peerIndex, peer] of listOf(rule[peers]).entries()) {
        checkPolicyPeer(asObject(peer), item(child(path, peers), peerIndex), version, report);
      }
    }
  }
  checkPolicyTypes(listOf(spec.policyTypes), child(specPath, "policyTypes"), report);
}

// More than two are one fault, and nothing else is looked at; the same one twice is right.
function checkPolicyTypes(types: readonly unknown[], path: FieldPath, report: Report): void {
  if (types.length > policyTypes.length) {
    report("Invalid", path, types, `has ${types.length} items: at most ${policyTypes.length} are allowed`);
    return;
  }
  for (const [index, type] of types.entries()) {
    if (policyTypes.includes(textOf(type))) continue;
    report("NotSupported", item(path, index), type, `is not one of ${policyTypes.join(", ")}`, policyTypes);
  }
}
