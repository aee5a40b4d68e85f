import { parseDuration } from "@kubeschema/command-kit";
import { optional } from "../observe/json-value.ts";
import type { OutputFormat } from "../report/report-formats.ts";
import type { FailOn } from "../report/report-options.ts";
import type { EvaluateOptions } from "../evaluate/evaluation.ts";
import type { ReportOutputOptions } from "./flags/output-flags.ts";
import type { JudgementOptions, VerdictOptions } from "./flags/settings-flags.ts";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";
import { loadBaseline } from "./load-baseline.ts";
import { loadConfig } from "./load-config.ts";
import type { Config, IgnoreEntry } from "./read-config.ts";

/** By what rules to judge, by flags and configuration. */
export interface Judgement extends Pick<EvaluateOptions, "severities" | "expiringWithinMs"> {
  readonly ignore: readonly IgnoreEntry[];
}

/** How to judge and what to print, by flags and configuration. */
export interface Settings extends Judgement {
  readonly output: OutputFormat;
  readonly failOn: FailOn;
  readonly isNewOnly: boolean;
  readonly knownIds?: ReadonlySet<string>;
}

/**
 * Loads what a configuration says of judging; flags count more.
 *
 * @throws {CommandError} If it cannot be read.
 */
export async function loadJudgement(options: JudgementOptions, world: IngressDiffWorld): Promise<Judgement> {
  return judgementOf(await loadConfig(options.config, world), options);
}

/**
 * Loads the configuration and the baseline; flags count more than the configuration.
 *
 * @throws {CommandError} If one of the two cannot be read.
 */
export async function loadSettings(
  options: JudgementOptions & VerdictOptions & ReportOutputOptions,
  world: IngressDiffWorld,
  { looksForConfig = true }: { readonly looksForConfig?: boolean } = {},
): Promise<Settings> {
  const config = looksForConfig || options.config !== undefined ? await loadConfig(options.config, world) : {};
  const { baseline } = options;
  return {
    ...judgementOf(config, options),
    output: options.output ?? config.output ?? "text",
    failOn: options.failOn ?? config.failOn ?? "warning",
    isNewOnly: options.newOnly,
    ...optional("knownIds", baseline === undefined ? undefined : await loadBaseline(baseline, world.files)),
  };
}

function judgementOf({ ignore = [], severities, expiringWithin = "" }: Config, options: JudgementOptions): Judgement {
  return {
    ignore,
    ...optional("severities", severities),
    // Whether it is a time span was looked at when the configuration was read.
    ...optional("expiringWithinMs", options.expiringWithin ?? parseDuration(expiringWithin, Infinity)),
  };
}
