import type { Result, Summary } from "./result.ts";

/** Counts results by their status. */
export function createSummary(): { readonly add: (result: Result) => void; readonly read: () => Summary } {
  const counts = { valid: 0, invalid: 0, skipped: 0, errors: 0 };
  return {
    add: ({ status }) => {
      counts[status === "error" ? "errors" : status]++;
    },
    read: () => ({ ...counts }),
  };
}
