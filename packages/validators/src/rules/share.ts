import type { FieldPath } from "../values/field-path.ts";
import { type Report, reportFrom } from "../runtime/report.ts";
import { apps } from "./sources.ts";

/**
 * Checks a share of pods: a number that is not negative, or a percentage.
 */
export function checkShare(outer: Report, share: unknown, path: FieldPath): void {
  const report = reportFrom(outer, apps, "ValidatePositiveIntOrPercent");
  if (typeof share === "number" && share < 0) report("Invalid", path, share, "must not be negative");
  if (typeof share === "string" && !isPercentage(share)) {
    report(
      "Invalid",
      path,
      share,
      'is not a percentage such as "25%"',
    );
  }
}

/** Checks that a share is not more than all. Source: as above, IsNotMoreThan100Percent. */
export function checkAtMostAll(outer: Report, share: unknown, path: FieldPath): void {
  const report = reportFrom(outer, apps, "IsNotMoreThan100Percent");
  if (isPercentage(share) && countOf(share) > 100) report("Invalid", path, share, "must not be more than 100%");
}

/** The number of a share, with or without its percent sign. Source: as above, getIntOrPercentValue. */
export function countOf(share: unknown): number {
  if (typeof share === "number") return share;
  if (isPercentage(share)) return Number(share.slice(0, -1));
  // A text that is not a percentage counts as the number that it is: the server reads "5" as 5, and "x" as 0.
  return /^[+-]?[0-9]+$/.test(String(share)) ? Number(share) : 0;
}

function isPercentage(share: unknown): share is string {
  return typeof share === "string" && /^[0-9]+%$/.test(share);
}
