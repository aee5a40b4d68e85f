import type { FlagTable } from "@kubeschema/command-kit";
import { detailFlag, type DetailOptions, exitFlag, type ExitOptions } from "./output-flags.ts";
import { reportOutputFlag, type ReportOutputOptions } from "./output-flags.ts";
import { checkScope, scopeFlags, type ScopeOptions } from "./scope-flags.ts";
import { selectionFlags, type SelectionOptions } from "./selection-flags.ts";
import { checkVerdict, judgementFlags, type JudgementOptions } from "./settings-flags.ts";
import { verdictFlags, type VerdictOptions } from "./settings-flags.ts";
import { timeFlag, type TimeOptions } from "./time-flag.ts";

/** What to report on, and how, wherever it comes from. */
export interface ReportingOptions
  extends
    ScopeOptions,
    SelectionOptions,
    ReportOutputOptions,
    DetailOptions,
    ExitOptions,
    VerdictOptions,
    JudgementOptions,
    TimeOptions {}

/** The flags of commands that print a report and end. */
export const reportingFlags: FlagTable<ReportingOptions> = {
  ...scopeFlags,
  ...selectionFlags,
  ...reportOutputFlag,
  ...detailFlag,
  ...exitFlag,
  ...verdictFlags,
  ...judgementFlags,
  ...timeFlag,
};

/**
 * Sees to it that the flags of a report fit together.
 *
 * @throws {UsageError} If not.
 */
export function checkReporting(options: ReportingOptions): void {
  checkScope(options);
  checkVerdict(options);
}
