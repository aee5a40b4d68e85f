import { optional } from "../observe/json-value.ts";
import type { OutputFormat } from "../report/report-formats.ts";
import type { FailOn } from "../report/report-options.ts";
import type { EvaluateOptions } from "../evaluate/evaluation.ts";
import type { Edge } from "./edge.ts";
import { loadBaseline } from "./load-baseline.ts";
import { loadConfig } from "./load-config.ts";
import { parseDuration } from "./parse-flag-value.ts";
import type { Options } from "./parse-options.ts";
import type { IgnoreEntry } from "./read-config.ts";
import { UsageError } from "./usage-error.ts";

/** How to judge and what to print, by flags and configuration. */
export interface Settings extends Pick<EvaluateOptions, "severities" | "expiringWithinMs"> {
  readonly output: OutputFormat;
  readonly failOn: FailOn;
  readonly ignore: readonly IgnoreEntry[];
  readonly isNewOnly: boolean;
  readonly knownIds?: ReadonlySet<string>;
}

/**
 * Loads the configuration and the baseline; flags count more than the configuration. The demo looks for no file in the
 * working folder: it is to be the same everywhere.
 *
 * @throws {ObservationError} If one of the two cannot be read.
 */
export async function loadSettings(options: Options, edge: Edge): Promise<Settings> {
  if (options.isNewOnly && options.baseline === undefined) {
    throw new UsageError("--new-only needs --baseline, which says what is known");
  }
  // Others print formats of their own, so that a format of reports is nothing to them.
  const isReport = (options.command === "report" && !options.isWatch) || options.command === "demo";
  const isDemo = options.command === "demo" && options.config === undefined;
  const config = isDemo ? {} : await loadConfig(options.config, edge);
  const expiringWithinMs = options.expiringWithinMs ??
    (config.expiringWithin === undefined
      ? undefined
      : parseDuration("expiringWithin", config.expiringWithin, Infinity));
  return {
    output: options.output ?? (isReport ? config.output : undefined) ?? "text",
    failOn: options.failOn ?? config.failOn ?? "warning",
    ignore: config.ignore ?? [],
    isNewOnly: options.isNewOnly,
    ...optional("severities", config.severities),
    ...optional("expiringWithinMs", expiringWithinMs),
    ...optional(
      "knownIds",
      options.baseline === undefined ? undefined : await loadBaseline(options.baseline, edge.files),
    ),
  };
}
