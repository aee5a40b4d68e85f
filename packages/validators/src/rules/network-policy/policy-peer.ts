import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, objectOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { checkIpBlock } from "./ip-block.ts";

/** A peer is a block of addresses, or selects. */
export function checkPolicyPeer(outer: Report, peer: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, networking, "ValidateNetworkPolicyPeer");
  const podSelector = objectOf(peer.podSelector);
  const namespaceSelector = objectOf(peer.namespaceSelector);
  const ipBlock = objectOf(peer.ipBlock);
  if (podSelector !== undefined) checkLabelSelector(report, podSelector, child(path, "podSelector"), version);
  if (namespaceSelector !== undefined) {
    checkLabelSelector(report, namespaceSelector, child(path, "namespaceSelector"), version);
  }
  if (ipBlock !== undefined) checkIpBlock(report, ipBlock, child(path, "ipBlock"), version);
  const isSelecting = podSelector !== undefined || namespaceSelector !== undefined;
  if (ipBlock === undefined && !isSelecting) {
    report("Required", path, peer, "must have podSelector, namespaceSelector or ipBlock");
  } else if (ipBlock !== undefined && isSelecting) {
    report("Forbidden", path, peer, "must not have both ipBlock and a selector");
  }
}
