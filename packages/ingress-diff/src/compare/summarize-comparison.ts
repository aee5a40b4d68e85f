import type { AddressChange, Comparison } from "./compare-evaluations.ts";

/** How many of each difference. */
export interface ComparisonSummary {
  readonly emptied: number;
  readonly changed: number;
  readonly gained: number;
  readonly classes: number;
  readonly added: number;
  readonly removed: number;
  readonly recreated: number;
  /** Findings; an emptied address is counted above. */
  readonly appeared: number;
  readonly disappeared: number;
}

/** Counts. */
export function summarizeComparison(comparison: Comparison): ComparisonSummary {
  const countOf = (type: AddressChange["type"]): number =>
    comparison.addresses.filter((change) => change.type === type).length;
  return {
    emptied: countOf("emptied"),
    changed: countOf("changed"),
    gained: countOf("gained"),
    classes: comparison.classes.length,
    added: comparison.added.length,
    removed: comparison.removed.length,
    recreated: comparison.recreated.length,
    appeared: comparison.appeared.filter(({ rule }) => rule !== "address/lost").length,
    disappeared: comparison.disappeared.length,
  };
}

/** The headline: `34 addresses emptied, 2 changed; 1 Ingress added`. */
export function formatHeadline(summary: ComparisonSummary): string {
  const groups = [
    join("address", "addresses", [[summary.emptied, "emptied"], [summary.changed, "changed"], [
      summary.gained,
      "gained",
    ]]),
    join("class", "classes", [[summary.classes, "changed"]]),
    join("Ingress", "Ingresses", [[summary.added, "added"], [summary.removed, "removed"], [
      summary.recreated,
      "recreated",
    ]]),
    join("finding", "findings", [[summary.appeared, "appeared"], [summary.disappeared, "disappeared"]]),
  ].filter((group) => group !== "");
  return groups.length === 0 ? "no differences" : groups.join("; ");
}

/** The noun stands with the first number only. */
function join(one: string, many: string, counts: readonly (readonly [number, string])[]): string {
  return counts.filter(([count]) => count > 0)
    .map(([count, verb], index) => index === 0 ? `${count} ${count === 1 ? one : many} ${verb}` : `${count} ${verb}`)
    .join(", ");
}
