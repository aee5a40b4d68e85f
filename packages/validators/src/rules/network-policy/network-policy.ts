import { child, field, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkPolicyPeer } from "./policy-peer.ts";
import { checkPolicyPort } from "./policy-port.ts";

const specPath: FieldPath = field("spec");
const policyTypes = ["Ingress", "Egress"];
const directions = [["ingress", "from"], ["egress", "to"]] as const;

/**
 * The API server's rules for a NetworkPolicy of `networking.k8s.io/v1` on create. An absent spec is valid.
 */
export function checkNetworkPolicy(outer: Report, policy: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, networking, "ValidateNetworkPolicySpec");
  checkObjectMeta(report, policy, subdomainForm, true);
  const spec = asObject(policy.spec);
  checkLabelSelector(report, asObject(spec.podSelector), child(specPath, "podSelector"), version);
  for (const [direction, peers] of directions) {
    for (const [index, entry] of listOf(spec[direction]).entries()) {
      const rule = asObject(entry);
      const path = item(child(specPath, direction), index);
      for (const [portIndex, port] of listOf(rule.ports).entries()) {
        checkPolicyPort(report, asObject(port), item(child(path, "ports"), portIndex), version);
      }
      for (const [peerIndex, peer] of listOf(rule[peers]).entries()) {
        checkPolicyPeer(report, asObject(peer), item(child(path, peers), peerIndex), version);
      }
    }
  }
  checkPolicyTypes(report, listOf(spec.policyTypes), child(specPath, "policyTypes"));
}

// More than two are one fault, and nothing else is checked; the same one twice is valid.
function checkPolicyTypes(report: Report, types: readonly unknown[], path: FieldPath): void {
  if (types.length > policyTypes.length) {
    report("Invalid", path, types, `must have at most ${policyTypes.length} items, found ${types.length}`);
    return;
  }
  for (const [index, type] of types.entries()) {
    if (policyTypes.includes(textOf(type))) continue;
    report("NotSupported", item(path, index), type, `is not one of ${policyTypes.join(", ")}`, policyTypes);
  }
}
