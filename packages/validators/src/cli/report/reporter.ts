import type { Result, Summary } from "../check/result.ts";

/** Writes results as they come, so that memory stays flat; each call returns the text to print. */
export interface Reporter {
  readonly add: (result: Result) => string;
  readonly end: (summary: Summary) => string;
}

/** What a reporter may want to know. */
export interface ReportOptions {
  /** Valid and skipped objects are listed too. */
  readonly isVerbose: boolean;
  readonly hasSummary: boolean;
  readonly version: string;
}
