import { compareText } from "@kubeschema/model/compare-text";
import { type ClassSwitch, describeSwitch, lastStatusWrite, type Write } from "../rule/class-switch.ts";
import type { Fault } from "../rule/fault.ts";
import type { Rule } from "../rule/rule.ts";
import { findPublishers, type Publisher, type Publishers } from "./address-publishers.ts";

/** A controller writes its statuses one after another; a minute is usual for a round. */
const roundMs = 5 * 60_000;

const id = "address/stale";

/**
 * An Ingress was left behind when its class moved to another address, or shows an address from before its class was set.
 *
 * Time alone is never enough: a status that need not change is older than any later edit. So most of the class must
 * share an address that this one does not show, nobody else may show its own, and either
 *
 * - every Ingress that had its address before this one was last written, was written again since: the class has moved; or
 * - its class was set, on its own, after its status.
 *
 * A class in which some Ingresses have newer addresses of their own gives them on purpose, and so do annotations that
 * choose a load balancer.
 */
export const addressStale: Rule<typeof id> = {
  id,
  summary: "An Ingress still shows an address that its class has moved away from.",
  severity: "warning",
  why:
    "DNS follows the address in the status. Where a controller's load balancer was replaced and one status was not written again, the hosts of that Ingress lead nowhere, or to what the address belongs to now.",
  fix: "see why the controller has not written the status again",
  command: "kubectl describe ingress NAME -n NAMESPACE",
  word: "old address",
  followsFrom: { sameObject: ["address/wrong-load-balancer"] },
  scope: "view",
  example: {
    given: "the class was set after the status was written",
    says: /^shows \S+; "[^"]+" set the class at \S+, after "[^"]+" had written the status at /,
  },
  check: ({ sources, atMs }) => {
    const publishers = findPublishers(sources);
    const byClass = Map.groupBy(publishers.all, ({ className }) => className);
    return [...byClass.values()].flatMap((ofClass) => checkClass(publishers, ofClass, atMs));
  },
};

function checkClass(publishers: Publishers, ofClass: readonly Publisher[], atMs: number): readonly Fault[] {
  const majority = findMajority(ofClass);
  if (majority === undefined || majority.length === ofClass.length) return [];
  const common = new Set(majority[0]?.source.addresses);
  const members = new Set(majority);
  const outliers = ofClass.filter((publisher) => !members.has(publisher));
  const history = createHistory(majority);
  const newest = outliers.reduce(
    (latest, { source }) => Math.max(latest, lastStatusWrite(source)?.timeMs ?? Number.POSITIVE_INFINITY),
    0,
  );
  return outliers.flatMap((publisher) => {
    const { source, classSwitch } = publisher;
    const status = lastStatusWrite(source);
    const isOnlyIts = source.addresses.every((address) =>
      !common.has(address) && publishers.byAddress.get(address)?.size === 1
    );
    if (status === undefined || !isOnlyIts) return [];
    if (classSwitch?.isCertain === true) return [report(publisher, majority, { status, classSwitch })];
    const movedMs = history.movedMs(status.timeMs);
    const hasMoved = movedMs !== undefined && newest < movedMs && atMs - movedMs >= roundMs;
    return hasMoved ? [report(publisher, majority, { status, movedMs })] : [];
  });
}

/** The Ingresses that show the same addresses, if they are at least two and more than half of the class. */
function findMajority(ofClass: readonly Publisher[]): readonly Publisher[] | undefined {
  const groups = Map.groupBy(
    ofClass,
    ({ source: { addresses } }) => addresses.length === 1 ? addresses[0] : addresses.toSorted(compareText).join("\n"),
  );
  return [...groups.values()].find((group) => group.length >= 2 && group.length * 2 > ofClass.length);
}

interface History {
  /** When the first of those that are older than a time was written again, if that is after it for all of them. */
  readonly movedMs: (thanMs: number) => number | undefined;
}

function createHistory(majority: readonly Publisher[]): History {
  const known = majority.flatMap(({ source }) => {
    // One whose status nobody is known to have written proves that not all have moved.
    const statusMs = lastStatusWrite(source)?.timeMs ?? Number.NEGATIVE_INFINITY;
    return source.createdAtMs === undefined ? [] : [{ createdMs: source.createdAtMs, statusMs }];
  }).sort((a, b) => a.createdMs - b.createdMs);
  let earliest = Number.POSITIVE_INFINITY;
  const earliestStatus = known.map(({ statusMs }) => earliest = Math.min(earliest, statusMs));
  return {
    movedMs: (thanMs) => {
      let [low, high] = [0, known.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((known[middle]?.createdMs ?? 0) < thanMs) low = middle + 1;
        else high = middle;
      }
      const movedMs = earliestStatus[low - 1];
      return low < 2 || movedMs === undefined || movedMs <= thanMs ? undefined : movedMs;
    },
  };
}

type Evidence =
  | { readonly status: Write; readonly movedMs: number }
  | { readonly status: Write; readonly classSwitch: ClassSwitch };

function report(
  { source, className }: Publisher,
  majority: readonly Publisher[],
  evidence: Evidence,
): Fault {
  const why = "classSwitch" in evidence
    ? describeSwitch(evidence.classSwitch)
    : `"${evidence.status.manager}" last wrote it at ${evidence.status.time}, and the others have other addresses since ` +
      new Date(evidence.movedMs).toISOString().replace(".000Z", "Z");
  return {
    object: source.ref,
    fieldPath: ".status.loadBalancer.ingress",
    should: `${
      majority[0]?.source.addresses.join(", ")
    }, as ${majority.length} other Ingresses of class "${className}" show`,
    is: `shows ${source.addresses.join(", ")}; ${why}`,
    fix: `see why the controller of class "${className}" has not written the status again`,
    routes: [],
    sources: [source],
  };
}
