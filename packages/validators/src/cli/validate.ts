import { type Call, createProgress, escapeText, exitCode, UsageError } from "@kubeschema/command-kit";
import type { Result, Summary } from "./check/result.ts";
import { loadCrds } from "./crds/load-crds.ts";
import { createReporter } from "./report/create-reporter.ts";
import type { ValidateOptions } from "./validate-options.ts";
import { validateSources } from "./validate-sources.ts";
import type { ValidateWorld } from "./world.ts";

/** Judges manifests and reports; the exit code is 0 valid, 1 invalid, 2 could not read or judge. */
export async function runValidate(
  options: ValidateOptions,
  { world, operands: paths, program }: Call<ValidateWorld>,
): Promise<number> {
  if (paths.length === 0 && world.stdin.isTTY === true) {
    throw new UsageError("There is nothing to validate: give files, folders or - for stdin");
  }
  const reporter = await createReporter(options.output, {
    isVerbose: options.verbose,
    hasSummary: options.summary,
    version: world.version(),
  });
  // For people who wait: nothing for the first half second.
  const progress = createProgress(world, { afterMs: 500, intervalMs: 100 });
  let sourceCount = 0;
  const schemaVersions = new Set<string>();
  const crdDefinitions = options.crds.length === 0 ? [] : await loadCrds(options.crds, world);
  const summary = await validateSources({ ...options, crdDefinitions, paths }, world, {
    onSources: (count) => {
      sourceCount += count;
      progress.show(`${sourceCount} files`);
    },
    onSchemaVersion: (version) => schemaVersions.add(version),
    onResult: (result) => {
      const text = reporter.add(options.output === "json" ? result : withNotes(result));
      if (text === "") return undefined;
      progress.clear();
      return world.stdout.write(text) === false ? world.stdout.drained?.() : undefined;
    },
  });
  progress.clear();
  world.stdout.write(reporter.end(summary));
  const notes = [...noteOnSchema(options, schemaVersions), ...noteOnUnchecked(summary)];
  for (const note of notes) world.stderr.write(`${program}: ${note}\n`);
  if (summary.errors > 0) return exitCode.unknown;
  return summary.invalid > 0 && !options.exitZero ? exitCode.different : exitCode.ok;
}

/** JSON has a field for what was not checked; elsewhere it is among the warnings. */
function withNotes(result: Result): Result {
  const { notChecked = [], warnings } = result;
  if (notChecked.length === 0) return result;
  const notes = notChecked.map(({ rule, reason, line, column }) => ({
    message: `not checked: ${rule}: ${reason}`,
    line,
    column,
  }));
  return { ...result, warnings: [...warnings, ...notes] };
}

function noteOnUnchecked({ notChecked = 0 }: Summary): readonly string[] {
  if (notChecked === 0) return [];
  const rules = notChecked === 1 ? "1 check of custom resources was" : `${notChecked} checks of custom resources were`;
  return [`${rules} not made, and a server makes them`];
}

/** The rules follow the requested release; if its schema is not built in, users should know which one was used. */
function noteOnSchema({ kubernetesVersion }: ValidateOptions, served: ReadonlySet<string>): readonly string[] {
  if (kubernetesVersion === undefined) return [];
  const others = [...served].filter((version) => version !== kubernetesVersion);
  if (others.length === 0) return [];
  const reason = `the schema of ${escapeText(kubernetesVersion)} is not built in`;
  return [`Fields are judged by the schema of ${others.join(", ")}: ${reason}`];
}
