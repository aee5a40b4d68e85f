import { compareText } from "./compare-text.ts";
import type { GroupVersionKind } from "./schema-model.ts";

/** Orders by group, version and kind. */
export function compareKinds(a: GroupVersionKind, b: GroupVersionKind): number {
  return compareText(a.group, b.group) || compareText(a.version, b.version) || compareText(a.kind, b.kind);
}
