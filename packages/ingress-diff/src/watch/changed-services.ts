import { isDeepStrictEqual } from "node:util";
import type { ClusterView } from "../observe/cluster-view.ts";
import { objectKey } from "../observe/object-key.ts";

/**
 * Tells whether two views of one cluster differ in nothing but EndpointSlices.
 *
 * What no rule looks at, when it was read and with how many requests, is skipped.
 *
 * @returns `namespace/name` of each Service whose slices are not the same objects as before; `undefined` if anything else
 * has changed.
 */
export function changedServices(before: ClusterView, after: ClusterView): ReadonlySet<string> | undefined {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof ClusterView>; // Their own keys.
  for (const name of names) {
    if (name === "at" || name === "requestCount" || name === "endpointSlices") continue;
    if (!isSame(before[name], after[name])) return undefined;
  }
  const old = new Set(before.endpointSlices);
  const current = new Set(after.endpointSlices);
  const changed = [
    ...before.endpointSlices.filter((slice) => !current.has(slice)),
    ...after.endpointSlices.filter((slice) => !old.has(slice)),
  ];
  return new Set(changed.map(({ namespace, serviceName: name }) => objectKey({ namespace, name })));
}

/** Most objects of two views are the same in memory, and then nothing need be compared. */
function isSame(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return isDeepStrictEqual(before, after);
  return before.length === after.length &&
    before.every((item, index) => item === after[index] || isDeepStrictEqual(item, after[index]));
}
