import { compareText } from "@kubeschema/model/compare-text";
import type { KindEntry } from "./plan-site.ts";

/** The kinds of one API group. */
export interface KindGroup {
  /** `core` for the core group. */
  readonly name: string;
  /** A place on the index page. */
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

/** The place of a group on the index page. */
export function groupId(name: string): string {
  return `group-${name.replace(/[^\w.-]/g, "_")}`;
}

/**
 * Orders `v2` before `v1` before `v1beta1` before `v1alpha1`, as the API server lists versions.
 *
 * @see {@link https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#version-priority}
 */
function compareVersions(a: string, b: string): number {
  const [left, right] = [rank(a), rank(b)];
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? 0;
    if (value !== other) return other - value;
  }
  return compareText(a, b);
}

function rank(version: string): readonly number[] {
  const [, major = "", stage = "", minor = ""] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
  if (major === "") return [0, 0, 0];
  return [stage === "" ? 3 : stage === "beta" ? 2 : 1, Number(major), Number(minor || 0)];
}
