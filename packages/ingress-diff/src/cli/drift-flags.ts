import { parseFieldPath, type PathStep } from "../drift/field-path.ts";
import { type FlagValues, textOfFlag, textsOfFlag } from "./flag-values.ts";
import { UsageError } from "./usage-error.ts";

/** What to compare the cluster with, and how. */
export interface DriftFlags {
  /** Files, folders, or `-`. */
  readonly paths: readonly string[];
  readonly isPlan: boolean;
  readonly ignorePaths: readonly (readonly PathStep[])[];
  readonly ignoreManagers: readonly string[];
  readonly ignoresOrder: boolean;
}

/** What says how findings are reported, where there are none. */
const ofFindings = ["fail-on", "expiring-within", "at", "config", "all-namespaces"];

/** What makes no sense for manifests. */
const misfits = ["selector", "shard", "baseline", "new-only", "watch"];

/**
 * Reads the flags of a comparison with manifests.
 *
 * @returns `undefined` without `-f`.
 * @throws {UsageError} If they do not fit together.
 */
export function readDriftFlags(values: FlagValues, names: readonly string[]): DriftFlags | undefined {
  const paths = textsOfFlag(values, "filename");
  const isPlan = values.plan === true;
  if (paths === undefined) {
    const alone = ["plan", "ignore", "ignore-manager", "ignore-order"].find((name) => values[name] !== undefined);
    if (alone !== undefined) throw new UsageError(`--${alone} needs -f, which says what to compare with`);
    return undefined;
  }
  if (names[0] !== undefined) {
    throw new UsageError(`-f takes the Ingresses from the manifests, so it goes with no name, found "${names[0]}"`);
  }
  const misfit = [...misfits, ...(isPlan ? [] : ofFindings)].find((name) => values[name] !== undefined);
  if (misfit !== undefined) {
    throw new UsageError(
      `-f ${isPlan || misfits.includes(misfit) ? "" : "without --plan "}does not go with --${misfit}`,
    );
  }
  if (paths.includes("-") && textOfFlag(values, "snapshot") === "-") {
    throw new UsageError("-f and --snapshot cannot both read stdin");
  }
  return {
    paths,
    isPlan,
    ignorePaths: (textsOfFlag(values, "ignore") ?? []).map(readIgnorePath),
    ignoreManagers: textsOfFlag(values, "ignore-manager") ?? [],
    ignoresOrder: values["ignore-order"] === true,
  };
}

function readIgnorePath(text: string): readonly PathStep[] {
  try {
    return parseFieldPath(text);
  } catch (cause) {
    throw new UsageError(`--ignore expects a field path such as spec.rules[*].http, found "${text}"`, { cause });
  }
}
