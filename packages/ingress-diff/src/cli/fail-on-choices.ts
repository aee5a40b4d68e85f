import type { FailOn } from "../report/report-options.ts";

/** What `--fail-on` and the configuration's `failOn` take. */
export const failOnChoices: readonly FailOn[] = ["error", "warning", "never"];
