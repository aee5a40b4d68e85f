/** Joins group and version to the `apiVersion` of a manifest; the core group is `""`. */
export function formatApiVersion({ group, version }: { readonly group: string; readonly version: string }): string {
  return group === "" ? version : `${group}/${version}`;
}
