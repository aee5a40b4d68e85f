import { compareStrings } from "./compare-strings.ts";
import type { GroupVersionKind } from "./schema-model.ts";

/** Orders by group, version and kind. */
export function compareKinds(a: GroupVersionKind, b: GroupVersionKind): number {
  return compareStrings(a.group, b.group) || compareStrings(a.version, b.version) || compareStrings(a.kind, b.kind);
}
