/** Tells whether an object is of a kind that was named. */
export type KindFilter = (apiVersion: string, kind: string) => boolean;

/** Makes the filter of a list of `Secret`, `v1/Secret` or `apps/v1/Deployment`. */
export function createKindFilter(names: readonly string[]): KindFilter {
  const wanted = new Set(names);
  if (wanted.size === 0) return () => false;
  return (apiVersion, kind) => wanted.has(kind) || wanted.has(`${apiVersion}/${kind}`);
}
