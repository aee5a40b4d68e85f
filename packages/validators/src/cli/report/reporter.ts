import type { Result, Summary } from "../check/result.ts";

/** Writes results one by one, so that memory does not grow; each call returns the text to print. */
export interface Reporter {
  readonly add: (result: Result) => string;
  readonly end: (summary: Summary) => string;
}

/** Options of a reporter. */
export interface ReportOptions {
  /** Valid and skipped objects are listed too. */
  readonly isVerbose: boolean;
  readonly hasSummary: boolean;
  readonly version: string;
}
