import type { Result, Summary } from "./result.ts";

/**
 * Counts results by their status.
 *
 * @param hasRules Whether there are custom kinds, of which some rules may not have been checked.
 */
export function createSummary(
  hasRules = false,
): { readonly add: (result: Result) => void; readonly read: () => Summary } {
  const counts = { valid: 0, invalid: 0, skipped: 0, errors: 0 };
  let notChecked = 0;
  return {
    add: (result) => {
      counts[result.status === "error" ? "errors" : result.status]++;
      notChecked += result.notChecked?.length ?? 0;
    },
    read: () => ({ ...counts, ...(hasRules ? { notChecked } : {}) }),
  };
}
