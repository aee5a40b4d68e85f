import {
  choiceFlag,
  durationFlag,
  type FlagTable,
  inGroup,
  switchFlag,
  textFlag,
  UsageError,
} from "@kubeschema/command-kit";
import type { FailOn } from "../../report/report-options.ts";

/** By what rules to judge. */
export interface JudgementOptions {
  /** In milliseconds. */
  readonly expiringWithin?: number;
  /** Path of a configuration file. */
  readonly config?: string;
}

/** Which findings count. */
export interface VerdictOptions {
  readonly failOn?: FailOn;
  /** Path of an earlier JSON report. */
  readonly baseline?: string;
  readonly newOnly: boolean;
}

/** What `--fail-on` and the configuration's `failOn` take. */
export const failOnLevels: readonly FailOn[] = ["error", "warning", "never"];

/** The flags of commands that judge. */
export const judgementFlags: FlagTable<JudgementOptions> = inGroup("Settings", {
  expiringWithin: durationFlag({
    value: "T",
    limitMs: Infinity,
    help: "warn of certificates this long before their end; the default is 14d",
  }),
  config: textFlag({
    value: "FILE",
    help: "the default is ingress-diff.config.json, .yaml, .ts or .js in the working folder, if it is there",
  }),
});

/** The flags of commands whose findings count. */
export const verdictFlags: FlagTable<VerdictOptions> = inGroup("Settings", {
  failOn: choiceFlag({ value: "LEVEL", choices: failOnLevels, help: "what exits with 1; the default is warning" }),
  baseline: textFlag({
    value: "FILE",
    help: "a JSON report: what it holds is known, is marked so, and does not count",
  }),
  newOnly: switchFlag({ help: "leave out what is known" }),
});

/**
 * Sees to it that what is known is told.
 *
 * @throws {UsageError} If not.
 */
export function checkVerdict({ newOnly, baseline }: VerdictOptions): void {
  if (newOnly && baseline === undefined) {
    throw new UsageError("--new-only needs --baseline, which says what is known");
  }
}
