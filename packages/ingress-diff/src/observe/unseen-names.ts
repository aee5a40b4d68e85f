import type { ClusterView, IngressObject } from "./cluster-view.ts";
import { backendObjectsOf, referenceKey, secretKeysOf } from "./referenced-objects.ts";
import { sortObjects } from "./sort-objects.ts";

/**
 * A snapshot of our own holds the Secrets that its Ingresses name, and no others. What other Ingresses name beside those
 * may or may not have been there: it is never called missing.
 */
export function withUnseenNames(view: ClusterView, others: readonly IngressObject[]): ClusterView {
  const looked = new Set(secretKeysOf(view.ingresses));
  const unseen = new Set(secretKeysOf(others).filter((key) => !looked.has(key)));
  const known = new Set(view.backendObjects.map(({ ref }) => referenceKey(ref)));
  const backends = backendObjectsOf(others).filter((ref) => !known.has(referenceKey(ref)));
  if (unseen.size === 0 && backends.length === 0) return view;
  return {
    ...view,
    secrets: sortObjects([...view.secrets, ...[...unseen].map(toName)]),
    backendObjects: [...view.backendObjects, ...backends.map((ref) => ({ ref, state: "not-observed" as const }))],
  };
}

/** As a Secret of which only the name was read. */
function toName(key: string): ClusterView["secrets"][number] {
  const [namespace = "", name = ""] = key.split("/");
  return { namespace, name, type: "" };
}
