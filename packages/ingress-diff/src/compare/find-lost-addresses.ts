import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import { toResult } from "../evaluate/rule-result.ts";
import { addressLost } from "../rules/address/address-lost.ts";
import type { Observation } from "../rules/rule/rule.ts";

/**
 * Finds Ingresses that had an address in an earlier observation and have none in a later one. Of both only what was
 * selected is looked at.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluate, type Evaluation, findLostAddresses, observeSnapshot } from "@kubeschema/ingress-diff";
 * const at = "2026-01-01T00:00:00Z";
 * const look = (...ingress: readonly object[]): Evaluation => {
 *   const documents = [{
 *     apiVersion: "networking.k8s.io/v1",
 *     kind: "Ingress",
 *     metadata: { namespace: "shop", name: "web" },
 *     spec: { ingressClassName: "nginx" },
 *     status: { loadBalancer: { ingress } },
 *   }];
 *   return evaluate(observeSnapshot([{ name: "shop.json", documents }], { source: "snapshot shop.json", at }), { at });
 * };
 * const lost = findLostAddresses(look({ ip: "203.0.113.10" }), look());
 * assert.deepEqual(lost.map(({ rule, should }) => [rule, should]), [
 *   ["address/lost", "an address, as before: 203.0.113.10"],
 * ]);
 * ```
 * @param before The earlier observation.
 * @param after The later one.
 * @returns One finding for each, in the order of `after`; without a cause.
 */
export function findLostAddresses(before: Evaluation, after: Evaluation): readonly Finding[] {
  const seen = ({ sources, at }: Evaluation): Observation => ({ sources: sources.map(({ source }) => source), at });
  return addressLost.check(seen(before), seen(after)).map((fault) => toResult(addressLost, fault).finding);
}
