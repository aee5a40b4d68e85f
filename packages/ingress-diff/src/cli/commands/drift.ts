import { compareManifests, driftExitCode, type DriftReport, type DriftSource } from "../../drift/drift-report.ts";
import type { IngressManifest, Manifests } from "../../drift/manifest.ts";
import { readManifests } from "../../drift/read-manifests.ts";
import { ObservationError } from "../../observe/observation-error.ts";
import type { DriftFlags } from "../drift-flags.ts";
import type { Edge } from "../edge.ts";
import type { Options } from "../parse-options.ts";
import { UsageError } from "../usage-error.ts";
import { readManifestSources } from "./drift-inputs.ts";
import { openLiveSource } from "./drift-live.ts";

/**
 * Compares manifests with a cluster or a snapshot, and prints what applying them would change.
 *
 * @returns 0 if nothing would change, 1 if something would, 2 if that could not be told.
 */
export async function runDrift(options: Options, flags: DriftFlags, edge: Edge): Promise<number> {
  const output = options.output ?? "text";
  if (output !== "text" && output !== "json" && (output !== "github" || flags.isPlan)) {
    const formats = flags.isPlan ? "--plan prints text or json" : "-f prints text, json or github";
    throw new UsageError(`${formats}, not ${output}`);
  }
  const report = await compareWithLive(options, flags, edge);
  if (flags.isPlan) return (await import("./drift-plan.ts")).printPlan(report, options, edge);
  if (output === "json") {
    const { formatJsonDrift } = await import("../../report/drift-json.ts");
    edge.stdout.write(formatJsonDrift(report));
  } else if (output === "github") {
    const { formatGithubDrift } = await import("../../report/drift-github.ts");
    edge.stdout.write(formatGithubDrift(report));
  } else {
    const { formatTextDrift } = await import("../../report/drift-text.ts");
    edge.stdout.write(formatTextDrift(report, textOptions(options, edge)));
  }
  return options.isExitZero ? 0 : driftExitCode(report);
}

/** How a text for people is to look. */
export function textOptions(
  { isVerbose }: Options,
  { stdout, env }: Edge,
): { readonly width: number; readonly hasColor: boolean; readonly isVerbose: boolean } {
  return {
    width: stdout.columns ?? (Number(env.COLUMNS) || 100),
    hasColor: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
    isVerbose,
  };
}

async function compareWithLive(options: Options, flags: DriftFlags, edge: Edge): Promise<DriftReport> {
  // First: a mistake in a file should not cost the time of reading a cluster.
  const sources = await readManifestSources(flags.paths, edge.files);
  const live = await openLiveSource(options, edge);
  try {
    const manifests = readManifests(sources, { namespace: options.namespace ?? live.namespace });
    refuseNothing(manifests, flags);
    const { find, ...source } = await live.read(manifests.ingresses);
    return compareManifests(manifests, find, source, flags);
  } finally {
    live.close();
  }
}

/** Live Ingresses, and where they are from. */
export interface LiveRead extends DriftSource {
  readonly find: (manifest: IngressManifest) => ReturnType<Parameters<typeof compareManifests>[1]>;
}

/** A pipe whose first half failed must not look like a cluster without drift. */
function refuseNothing({ ingresses, otherCount, issues }: Manifests, { paths }: DriftFlags): void {
  if (ingresses.length + otherCount + issues.length > 0) return;
  const from = paths.map((path) => (path === "-" ? "stdin" : `"${path}"`)).join(", ");
  throw new ObservationError(
    `Cannot compare with ${from}: no Kubernetes object in it`,
    "-f with manifests; kubectl kustomize DIR | ingress-diff -f -",
  );
}
