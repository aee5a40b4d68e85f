import { objectKey } from "../../observe/object-key.ts";
import type { RouteSource } from "../../routes/route.ts";
import { lastStatusWrite } from "../rule/class-switch.ts";
import type { Fault } from "../rule/fault.ts";
import type { ComparisonRule } from "../rule/rule.ts";

const id = "address/lost";

/**
 * An Ingress had an address in an earlier observation and has none in a later one.
 *
 * One observation cannot tell a lost address from one that is still to come. An Ingress that is being deleted, is gone, or
 * was made again under the same name (another uid) has lost nothing.
 */
export const addressLost: ComparisonRule<typeof id> = {
  id,
  summary: "An Ingress had an address and has none any more; compare and watch can tell.",
  severity: "error",
  why:
    "DNS automation removes the records of the hosts with the address. A controller that is shut down or upgraded may empty the status of all its Ingresses.",
  fix:
    "see whether the controller is running: some clear the status when they stop, and DNS automation then removes the records",
  command: "kubectl describe ingress NAME -n NAMESPACE",
  word: "no address",
  scope: "comparison",
  // That an address is missing is only another word for that it is lost.
  replaces: ["address/pending", "address/empty-entry"],
  example: { given: "the status of the Ingress was emptied since it was last seen", says: /^has no address at / },
  check: (before, after) => {
    const earlier = new Map(before.sources.map((source) => [objectKey(source.ref), source]));
    return after.sources.flatMap((source) => {
      const old = earlier.get(objectKey(source.ref));
      return old !== undefined && hasLost(old, source) ? [report(old, source, after.at)] : [];
    });
  },
};

function hasLost(before: RouteSource, after: RouteSource): boolean {
  const isSame = before.uid === undefined || after.uid === undefined || before.uid === after.uid;
  return isSame && before.addresses.length > 0 && after.addresses.length === 0 && !after.isBeingDeleted;
}

function report(before: RouteSource, after: RouteSource, at: string): Fault {
  const isSwitched = before.className !== after.className;
  const classes = `; its class was ${quote(before.className)} and is ${quote(after.className)}`;
  const status = lastStatusWrite(after);
  // Of a status that is emptied the entry of its writer stays.
  const writer = status === undefined ? "" : `; "${status.manager}" last wrote the status at ${status.time}`;
  return {
    object: after.ref,
    fieldPath: ".status.loadBalancer.ingress",
    should: `an address, as before: ${before.addresses.join(", ")}`,
    is: `has no address at ${at}${isSwitched ? classes : ""}${writer}`,
    routes: after.routes,
    sources: [after],
  };
}

function quote(className: string | undefined): string {
  return className === undefined ? "none" : `"${className}"`;
}
