import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import type { ClusterView } from "../observe/cluster-view.ts";
import { objectKey } from "../observe/object-key.ts";
import type { ObjectRef, RouteSource } from "../routes/route.ts";
import { addressLost } from "../rules/address/address-lost.ts";
import { families, familyNames, familyOf, type RuleFamily } from "../rules/rule/family.ts";
import { findLostAddresses } from "./find-lost-addresses.ts";

/** What is different between two observations. */
export interface Comparison {
  readonly before: ObservedAt;
  readonly after: ObservedAt;
  readonly addresses: readonly AddressChange[];
  readonly classes: readonly ClassChange[];
  readonly added: readonly ObjectRef[];
  /** Gone, or about to be. */
  readonly removed: readonly ObjectRef[];
  /** Made again under the same name, and so not compared. */
  readonly recreated: readonly ObjectRef[];
  readonly appeared: readonly Finding[];
  readonly disappeared: readonly Finding[];
  /** What one of the two could not see, and so nobody can compare. */
  readonly notCompared: readonly NotCompared[];
}

/** One of the two observations. */
export type ObservedAt = Pick<ClusterView, "source" | "serverVersion" | "isComplete"> & { readonly at: string };

/** What became of the addresses that an Ingress publishes. Their order does not matter. */
export interface AddressChange {
  readonly type: "emptied" | "changed" | "gained";
  readonly object: ObjectRef;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The effective class is another one; `null` is none. */
export interface ClassChange {
  readonly object: ObjectRef;
  readonly before: string | null;
  readonly after: string | null;
}

/** A family of rules that was left out, such as `tls`, and why. */
export interface NotCompared {
  readonly family: RuleFamily;
  readonly reason: string;
}

/**
 * Compares two evaluations: addresses, classes, Ingresses and findings. Notes (severity `info`) are left out, and so is
 * what could not be checked in one of the two: a finding that is out of sight has not gone.
 */
export function compareEvaluations(before: Evaluation, after: Evaluation): Comparison {
  const old = new Map(before.sources.map(({ source }) => [objectKey(source.ref), source]));
  const current = new Map(after.sources.map(({ source }) => [objectKey(source.ref), source]));
  const pairs = [...old].flatMap(([key, source]): readonly (readonly [RouteSource, RouteSource])[] => {
    const other = current.get(key);
    return other === undefined || isLeaving(source, other) ? [] : [[source, other]];
  });
  const kept = pairs.filter(([a, b]) => !isRecreated(a, b));
  const notCompared = findNotCompared(before.view, after.view);
  const closed = new Set(notCompared.map(({ family }) => family));
  const lost = findLostAddresses(before, after);
  const lostKeys = new Set(lost.map(({ object }) => objectKey(object)));
  const isSaid = ({ rule, object }: Finding): boolean =>
    addressLost.replaces.includes(rule) && lostKeys.has(objectKey(object));
  const open = ({ outcome, severity, rule }: Finding): boolean =>
    outcome === "fail" && severity !== "info" && !closed.has(familyOf(rule));
  return {
    before: observedAt(before),
    after: observedAt(after),
    addresses: kept.flatMap(([a, b]) => compareAddresses(a, b)),
    classes: kept.flatMap(([a, b]) => compareClasses(a, b)),
    added: [...current].filter(([key]) => !old.has(key)).map(([, { ref }]) => ref),
    removed: [...old].filter(([key, source]) => isGone(source, current.get(key))).map(([, { ref }]) => ref),
    recreated: pairs.filter(([a, b]) => isRecreated(a, b)).map(([, { ref }]) => ref),
    appeared: [...lost, ...findingsOnlyIn(after, before, open).filter((finding) => !isSaid(finding))],
    disappeared: findingsOnlyIn(before, after, open),
    notCompared,
  };
}

/** Whether anything is different. */
export function isDifferent(comparison: Comparison): boolean {
  const { addresses, classes, added, removed, recreated, appeared, disappeared } = comparison;
  return [addresses, classes, added, removed, recreated, appeared, disappeared].some(({ length }) => length > 0);
}

function observedAt({ view: { source, serverVersion, isComplete }, at }: Evaluation): ObservedAt {
  return { source, ...(serverVersion === undefined ? {} : { serverVersion }), at, isComplete };
}

function isGone(before: RouteSource, after: RouteSource | undefined): boolean {
  return after === undefined || isLeaving(before, after);
}

/** It is being deleted, and was not before: finalizers may keep it for a while. */
function isLeaving(before: RouteSource, after: RouteSource): boolean {
  return after.isBeingDeleted && !before.isBeingDeleted;
}

function isRecreated(before: RouteSource, after: RouteSource): boolean {
  return before.uid !== undefined && after.uid !== undefined && before.uid !== after.uid;
}

function compareAddresses(before: RouteSource, after: RouteSource): readonly AddressChange[] {
  const [a, b] = [[...new Set(before.addresses)].toSorted(), [...new Set(after.addresses)].toSorted()];
  if (a.length === b.length && a.every((address, index) => address === b[index])) return [];
  const type = b.length === 0 ? "emptied" : a.length === 0 ? "gained" : "changed";
  return [{ type, object: after.ref, before: a, after: b }];
}

function compareClasses(before: RouteSource, after: RouteSource): readonly ClassChange[] {
  const [a, b] = [before.className ?? null, after.className ?? null];
  return a === b ? [] : [{ object: after.ref, before: a, after: b }];
}

function findingsOnlyIn(
  evaluation: Evaluation,
  other: Evaluation,
  isOpen: (finding: Finding) => boolean,
): readonly Finding[] {
  const ids = new Set(other.findings.filter(({ outcome }) => outcome === "fail").map(({ id }) => id));
  return evaluation.findings.filter((finding) => isOpen(finding) && !ids.has(finding.id));
}

function findNotCompared(before: ClusterView, after: ClusterView): readonly NotCompared[] {
  return familyNames.flatMap((family) => {
    for (const list of families[family].lists) {
      for (const { source, lists: { [list]: state } } of [before, after]) {
        if (state.state !== "observed") return [{ family, reason: `${list} of ${source}: ${state.message}` }];
      }
    }
    return [];
  });
}
