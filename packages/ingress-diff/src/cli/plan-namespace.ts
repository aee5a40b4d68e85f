import type { ScopeOptions } from "./flags/scope-flags.ts";
import type { SnapshotOptions } from "./flags/snapshot-flag.ts";

/**
 * What a plan reads: one namespace if all manifests are in one. A route that another one has too is seen with `-A`.
 *
 * @returns `undefined` for all.
 */
export function planNamespace(
  ingresses: readonly { readonly namespace: string }[],
  { allNamespaces, snapshot }: Pick<ScopeOptions, "allNamespaces"> & SnapshotOptions,
): string | undefined {
  const [namespace, ...more] = new Set(ingresses.map((ingress) => ingress.namespace));
  return allNamespaces || snapshot !== undefined || more.length > 0 ? undefined : namespace;
}
