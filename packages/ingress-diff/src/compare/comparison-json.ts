import type { Comparison } from "./compare-evaluations.ts";
import { formatHeadline, summarizeComparison } from "./summarize-comparison.ts";

/** Formats a comparison as JSON of version 1; within it fields may be added. */
export function formatComparisonJson(comparison: Comparison): string {
  const summary = summarizeComparison(comparison);
  const { before, after, addresses, classes, added, removed, recreated, appeared, disappeared, notCompared } =
    comparison;
  const report = {
    version: 1,
    headline: formatHeadline(summary),
    before,
    after,
    summary,
    addresses,
    classes,
    ingresses: { added, removed, recreated },
    findings: { appeared, disappeared },
    notCompared,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
