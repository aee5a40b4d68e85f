import type { GroupVersionKind } from "@kubeschema/model";

/** Joins group and version as manifests write them: `apps/v1`, and `v1` for the core group. */
export function formatApiVersion({ group, version }: Pick<GroupVersionKind, "group" | "version">): string {
  return group === "" ? version : `${group}/${version}`;
}
