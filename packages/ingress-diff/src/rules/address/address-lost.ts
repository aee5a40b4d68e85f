import type { RouteSource } from "../../routes/route.ts";
import { lastStatusWrite } from "../rule/class-switch.ts";
import type { Evaluation } from "../../evaluate/evaluate.ts";
import { type Finding, toResult } from "../rule/finding.ts";
import { objectKey, type Rule } from "../rule/rule-context.ts";

/** What `explain` says of it. */
export const addressLostExplanation: Omit<Rule, "check"> = {
  id: "address/lost",
  summary: "An Ingress had an address and has none any more; compare and --watch can tell.",
  severity: "error",
  why:
    "DNS automation removes the records of the hosts with the address. A controller that is shut down or upgraded may empty the status of all its Ingresses.",
  fix:
    "See that the controller runs, and who wrote the status: kubectl get ingress NAME -o yaml --show-managed-fields.",
};

/**
 * Finds Ingresses that had an address in an earlier observation and have none in a later one: one finding each.
 *
 * One observation cannot tell a lost address from one that is still to come, so this is no rule. An Ingress that is being
 * deleted, is gone, or was made anew under the same name (another uid) has lost nothing. Of both evaluations only what
 * was selected is looked at.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { addressLost, evaluate, type Evaluation, observeSnapshot } from "@kubeschema/ingress-diff";
 * const at = "2026-01-01T00:00:00Z";
 * const look = (...ingress: readonly object[]): Evaluation => {
 *   const document = {
 *     apiVersion: "networking.k8s.io/v1",
 *     kind: "Ingress",
 *     metadata: { namespace: "shop", name: "web" },
 *     spec: { ingressClassName: "nginx" },
 *     status: { loadBalancer: { ingress } },
 *   };
 *   const sources = [{ name: "shop.json", documents: [document] }];
 *   return evaluate(observeSnapshot(sources, { source: "snapshot shop.json", at }), { at });
 * };
 * const lost = addressLost(look({ ip: "203.0.113.10" }), look());
 * assert.deepEqual(lost.map(({ rule, should }) => [rule, should]), [
 *   ["address/lost", "an address, as before: 203.0.113.10"],
 * ]);
 * ```
 * @param before The earlier observation.
 * @param after The later one.
 * @returns One finding for each, in the order of `after`; without a cause, and with the id of any `address/lost`.
 */
export function addressLost(before: Evaluation, after: Evaluation): readonly Finding[] {
  const earlier = new Map(before.sources.map(({ source }) => [objectKey(source.ref), source]));
  return after.sources.flatMap(({ source }) => {
    const old = earlier.get(objectKey(source.ref));
    return old !== undefined && hasLost(old, source) ? [report(old, source, after.at)] : [];
  });
}

function hasLost(before: RouteSource, after: RouteSource): boolean {
  const isSame = before.uid === undefined || after.uid === undefined || before.uid === after.uid;
  return isSame && before.addresses.length > 0 && after.addresses.length === 0 && !after.isBeingDeleted;
}

function report(before: RouteSource, after: RouteSource, at: string): Finding {
  const { namespace, name } = after.ref;
  const had = before.addresses.join(", ");
  const isSwitched = before.className !== after.className;
  const classes = `; its class was ${quote(before.className)} and is ${quote(after.className)}`;
  const status = lastStatusWrite(after);
  // Of a status that is emptied the entry of its writer stays.
  const writer = status === undefined ? "" : `; "${status.manager}" last wrote the status at ${status.time}`;
  return toResult({
    rule: "address/lost",
    severity: "error",
    object: after.ref,
    fieldPath: ".status.loadBalancer.ingress",
    should: `an address, as before: ${had}`,
    is: `no address at ${at}${isSwitched ? classes : ""}${writer}`,
    fix:
      "see whether the controller is running: some clear the status when they stop, and DNS automation then removes " +
      `the records; kubectl describe ingress ${name} -n ${namespace}`,
    routes: after.routes,
    sources: [after],
  }).finding;
}

function quote(className: string | undefined): string {
  return className === undefined ? "none" : `"${className}"`;
}
