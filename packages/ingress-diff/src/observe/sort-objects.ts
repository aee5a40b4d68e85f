import { compareText } from "@kubeschema/model/compare-text";

/** Sorts by namespace, then name, comparing code units, so that the order never depends on a locale or a server. */
export function sortObjects<T extends { readonly namespace?: string; readonly name: string }>(
  objects: Iterable<T>,
): readonly T[] {
  return [...objects].sort((a, b) => compareText(a.namespace ?? "", b.namespace ?? "") || compareText(a.name, b.name));
}
