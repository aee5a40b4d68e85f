import type { RouteSource } from "../../routes/route.ts";
import { classSwitchOf, lastStatusWrite } from "../rule/class-switch.ts";
import type { Fault } from "../rule/fault.ts";
import { isClassMissing } from "../rule/is-class-missing.ts";
import type { RuleContext } from "../rule/rule-context.ts";
import type { Rule } from "../rule/rule.ts";
import { formatDuration, measureTimeToAddress, type TimeToAddress } from "../rule/time-to-address.ts";

const id = "address/pending";

/**
 * An Ingress has no address although its class gives addresses, and it had time enough.
 *
 * Controllers need not publish a status. So an Ingress is measured against its class: if no Ingress of the class has
 * an address, that is one note about the class. How long it may take, the class tells too: three times as long as nine in
 * ten of its Ingresses took, and five minutes where that is not known. An Ingress without a class, or with one that does
 * not exist, has its own finding for that.
 */
export const addressPending: Rule<typeof id> = {
  id,
  summary: "An Ingress has no address after the time that its class takes, although others of its class have one.",
  severity: "error",
  why:
    "Without an address nothing publishes DNS for the hosts, and often no load balancer exists. Of a controller that never publishes a status there is one note for the class.",
  fix: "read the events of the Ingress and the log of its class's controller",
  command: "kubectl describe ingress NAME -n NAMESPACE",
  word: "no address",
  // A controller that does not take the Ingress publishes no address, and gives no class to judge by.
  followsFrom: { sameObject: ["class/missing", "class/none"] },
  scope: "view",
  example: { given: "the controller skips an Ingress", says: /^has no address/ },
  check: (context) => {
    const byClass = Map.groupBy(context.sources, (source) => source.className);
    return [...byClass].flatMap(([className, sources]) =>
      className === undefined ? [] : checkClass(context, className, sources)
    );
  },
};

function checkClass(
  context: RuleContext,
  className: string,
  sources: readonly RouteSource[],
): readonly Fault[] {
  if (!sources.some((source) => isOpen(context, source))) return [];
  const time = measureTimeToAddress(sources.filter(hasOwnAddress));
  const pending = sources.filter((source) => isOpen(context, source) && !isFresh(context, source, time));
  if (pending.length === 0) return [];
  const published = sources.filter(hasOwnAddress);
  if (published.length === 0 && !sources.some((source) => source.emptyAddressCount > 0)) {
    const hasForeign = sources.some((source) => source.addresses.length > 0);
    return [neverPublished(className, pending, hasForeign ? " from it" : "")];
  }
  return pending.map((source) => ({
    object: source.ref,
    fieldPath: ".status.loadBalancer.ingress",
    should: published.length === 0
      ? "an address"
      : `an address, as ${published.length} of ${sources.length} Ingresses of class "${className}" have` +
        (time.usualMs === undefined ? "" : `, usually within ${formatDuration(Math.max(time.usualMs, 1000))}`),
    is: `has no address ${describeAge(context, source)}${describeEmptied(source)}`,
    fix: `read the events of the Ingress and the log of the controller of class "${className}"`,
    routes: source.routes,
    sources: [source],
  }));
}

function neverPublished(className: string, pending: readonly RouteSource[], from: string): Fault {
  return {
    severity: "info",
    outcome: "unknown",
    object: { apiVersion: "networking.k8s.io/v1", kind: "IngressClass", namespace: "", name: className },
    detail: "never-published",
    fieldPath: ".spec.controller",
    should: "an address in the status of its Ingresses, which a controller may leave out",
    is: `none of the Ingresses of class "${className}" has an address${from}`,
    fix: "see that the controller runs, if it publishes addresses at all; there is nothing to do otherwise",
    routes: pending.flatMap((source) => source.routes),
    sources: pending,
  };
}

function isOpen(context: RuleContext, source: RouteSource): boolean {
  return source.addresses.length === 0 && source.emptyAddressCount === 0 && !source.isBeingDeleted &&
    !isClassMissing(context, source);
}

/** What was there before the class was set is not an address of this class. */
function hasOwnAddress(source: RouteSource): boolean {
  return source.addresses.length > 0 && classSwitchOf(source)?.isCertain !== true;
}

/** Whether it has not had its time yet; a class that was just switched begins again. */
function isFresh({ atMs }: RuleContext, source: RouteSource, { graceMs }: TimeToAddress): boolean {
  const sinceMs = waitsSince(source)?.ms;
  return sinceMs !== undefined && atMs - sinceMs < graceMs;
}

function waitsSince(source: RouteSource): { readonly ms: number; readonly what: string } | undefined {
  const classSwitch = classSwitchOf(source);
  if (classSwitch?.isCertain) return { ms: classSwitch.timeMs, what: `"${classSwitch.manager}" set the class` };
  return source.createdAtMs === undefined ? undefined : { ms: source.createdAtMs, what: "it was created" };
}

function describeAge({ atMs }: RuleContext, source: RouteSource): string {
  const since = waitsSince(source);
  if (since === undefined || atMs <= since.ms) return "(its age is not known)";
  return `${formatDuration(atMs - since.ms)} after ${since.what}`;
}

/** The entry of a status that was emptied stays in managedFields; one that was never written has none. */
function describeEmptied(source: RouteSource): string {
  const status = lastStatusWrite(source);
  return status === undefined ? "" : `; "${status.manager}" last wrote the status, at ${status.time}`;
}
