import { compareText } from "@kubeschema/model/compare-text";
import { compareVersions } from "../page/compare-versions.ts";
import type { KindEntry } from "./plan-site.ts";

/** The kinds of one API group. */
export interface KindGroup {
  /** `core` for the core group. */
  readonly name: string;
  /** The id of its place on the index page. */
  readonly id: string;
  readonly versions: readonly { readonly version: string; readonly kinds: readonly KindEntry[] }[];
}

/** Sorts kinds by group, the core group first, and within a group by version, the stable and newest first. */
export function groupKinds(kinds: readonly KindEntry[]): readonly KindGroup[] {
  const groups = Map.groupBy(kinds, ({ page }) => page.gvk.group);
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([group, members]) => {
    const versions = Map.groupBy(members, ({ page }) => page.gvk.version);
    const name = group === "" ? "core" : group;
    return {
      name,
      id: groupId(name),
      versions: [...versions].sort(([a], [b]) => compareVersions(a, b)).map(([version, entries]) => ({
        version,
        kinds: entries,
      })),
    };
  });
}

/** Returns the id of a group's place on the index page. */
export function groupId(name: string): string {
  return `group-${name.replace(/[^\w.-]/g, "_")}`;
}
