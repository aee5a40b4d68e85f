import { compareText } from "@kubeschema/model/compare-text";

/**
 * Orders `v2` before `v1` before `v1beta1` before `v1alpha1`, as the API server lists versions.
 *
 * @see {@link https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#version-priority}
 */
export function compareVersions(a: string, b: string): number {
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
