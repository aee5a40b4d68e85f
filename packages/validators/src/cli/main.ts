import type { Result, Summary } from "./check/result.ts";
import { CommandError } from "./command-error.ts";
import { loadCrds } from "./crds/load-crds.ts";
import { helpText } from "./help.ts";
import { type Options, parseOptions } from "./parse-options.ts";
import { createProgress } from "./progress.ts";
import { createReporter } from "./report/create-reporter.ts";
import { safeText } from "./report/safe-text.ts";
import { validateSources } from "./validate-sources.ts";
import type { World } from "./world.ts";

/** Runs the command and returns its exit code: 0 valid, 1 invalid, 2 could not read or judge, or wrong usage. */
export async function main(world: World): Promise<number> {
  try {
    const options = parseOptions(world.args);
    if (options === "help") {
      world.stdout.write(helpText);
      return 0;
    }
    if (options === "version") {
      world.stdout.write(`${world.version()}\n`);
      return 0;
    }
    return await validate(options, world);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = error instanceof CommandError ? error.hint : "DEBUG=1 shows where";
    world.stderr.write(`kubeschema-validate: ${safeText(message)}. Try: ${hint}\n`);
    if (world.env.DEBUG === "1" && error instanceof Error) world.stderr.write(`${error.stack}\n`);
    return 2;
  }
}

async function validate(options: Options, world: World): Promise<number> {
  if (options.paths.length === 0 && world.stdin.isTTY === true) {
    throw new CommandError("Nothing to validate: give files, folders or - for stdin");
  }
  const reporter = await createReporter(options.output, {
    isVerbose: options.isVerbose,
    hasSummary: options.hasSummary,
    version: world.version(),
  });
  const progress = createProgress(world);
  const schemaVersions = new Set<string>();
  const crdDefinitions = options.crds.length === 0 ? [] : await loadCrds(options.crds, world);
  const summary = await validateSources({ ...options, crdDefinitions }, world, {
    onSources: progress.add,
    onSchemaVersion: (version) => schemaVersions.add(version),
    onResult: (result) => {
      const text = reporter.add(options.output === "json" ? result : withNotes(result));
      if (text === "") return undefined;
      progress.clear();
      return world.stdout.write(text) ? undefined : world.drained().then(() => {});
    },
  });
  progress.clear();
  world.stdout.write(reporter.end(summary));
  noteSchemaVersion(options, schemaVersions, world);
  noteUnchecked(summary, world);
  if (summary.errors > 0) return 2;
  return summary.invalid > 0 && !options.isExitZero ? 1 : 0;
}

/** JSON has a place for what was not checked; elsewhere it stands among the warnings. */
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

function noteUnchecked({ notChecked = 0 }: Summary, { stderr }: World): void {
  if (notChecked === 0) return;
  const rules = notChecked === 1 ? "1 check of custom resources was" : `${notChecked} checks of custom resources were`;
  stderr.write(`kubeschema-validate: ${rules} not made, and a server makes them\n`);
}

/** The rules follow the release asked for; where its schema is not built in, people should know which one served. */
function noteSchemaVersion({ kubernetesVersion }: Options, served: ReadonlySet<string>, { stderr }: World): void {
  if (kubernetesVersion === undefined) return;
  const [wanted] = /\d+\.\d+/.exec(kubernetesVersion) ?? [];
  const others = [...served].filter((version) => !version.endsWith(wanted ?? ""));
  if (others.length === 0) return;
  const reason = `the schema of ${safeText(kubernetesVersion)} is not built in`;
  stderr.write(`kubeschema-validate: Fields are judged by the schema of ${others.join(", ")}: ${reason}\n`);
}
