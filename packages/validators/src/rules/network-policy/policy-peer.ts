import { child, type FieldPath } from "../../field-path.ts";
import { type JsonObject, objectOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { checkIpBlock } from "./ip-block.ts";

/** A peer is a block of addresses, or selects. Source: kubernetes, pkg/apis/networking/validation/validation.go, ValidateNetworkPolicyPeer. */
export function checkPolicyPeer(
  peer: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const podSelector = objectOf(peer.podSelector);
  const namespaceSelector = objectOf(peer.namespaceSelector);
  const ipBlock = objectOf(peer.ipBlock);
  if (podSelector !== undefined) checkLabelSelector(podSelector, child(path, "podSelector"), version, report);
  if (namespaceSelector !== undefined) {
    checkLabelSelector(namespaceSelector, child(path, "namespaceSelector"), version, report);
  }
  if (ipBlock !== undefined) checkIpBlock(ipBlock, child(path, "ipBlock"), version, report);
  const isSelecting = podSelector !== undefined || namespaceSelector !== undefined;
  if (ipBlock === undefined && !isSelecting) {
    report("Required", path, peer, "needs podSelector, namespaceSelector or ipBlock");
  } else if (ipBlock !== undefined && isSelecting) {
    report("Forbidden", path, peer, "has ipBlock and a selector: only one is allowed");
  }
}
