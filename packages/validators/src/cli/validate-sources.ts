import type { Result, Summary } from "./check/result.ts";
import { createSummary } from "./check/summarize.ts";
import { checkBatch } from "./check-batch.ts";
import { findSources } from "./input/find-sources.ts";
import { checkInOrder, toBatches } from "./threads/check-in-order.ts";
import { startHelperThread } from "./threads/helper-thread.ts";
import type { BatchOptions, ValidateOptions } from "./validate-options.ts";
import type { ValidateWorld } from "./world.ts";

/** Callbacks during the work. */
export interface Listener {
  readonly onSources: (count: number) => void;
  /** Waits if the reader of the output is slow. */
  readonly onResult: (result: Result) => Promise<unknown> | undefined;
  readonly onSchemaVersion: (schemaVersion: string) => void;
}

/** The sources to judge, and the options for it. */
export interface SourcesOptions extends BatchOptions, Pick<ValidateOptions, "ignoreFilenamePattern" | "threads"> {
  /** Files, folders and `-`; an empty list means stdin. */
  readonly paths: readonly string[];
}

/** Large enough that threads work more than they communicate, small enough to keep the counter moving. */
const filesPerBatch = 32;

/** Judges every object of every source, and counts; results come in the order of the sources. */
export async function validateSources(
  options: SourcesOptions,
  world: Pick<ValidateWorld, "stdin" | "entry">,
  listener: Listener,
): Promise<Summary> {
  const summary = createSummary(options.crdDefinitions.length > 0);
  const paths = options.paths.length === 0 ? ["-"] : options.paths;
  const isIgnored = (path: string): boolean => options.ignoreFilenamePattern.some((pattern) => pattern.test(path));
  const batches = toBatches(findSources(paths, isIgnored), options.exitOnError ? 1 : filesPerBatch);
  const { entry } = world;
  const checked = checkInOrder(batches, {
    checkHere: async (batch) => ({ ...await checkBatch(batch, options, world.stdin), count: batch.length }),
    startHelper: () => {
      if (entry === undefined || options.exitOnError || options.threads === 1) return undefined;
      const helper = startHelperThread(entry, options);
      return { ...helper, check: async (batch) => ({ ...await helper.check(batch), count: batch.length }) };
    },
    isShareable: (batch) => batch.every(({ type }) => type === "file"),
  });
  for await (const { results, schemaVersions, count } of checked) {
    for (const version of schemaVersions) listener.onSchemaVersion(version);
    for (const result of results) {
      summary.add(result);
      const isWritten = listener.onResult(result);
      if (isWritten !== undefined) await isWritten;
      const isProblem = result.status === "invalid" || result.status === "error";
      if (isProblem && options.exitOnError) return summary.read();
    }
    listener.onSources(count);
  }
  return summary.read();
}
