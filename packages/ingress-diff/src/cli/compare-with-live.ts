import { CommandError } from "@kubeschema/command-kit";
import type { CompareOptions } from "../drift/compare-manifest.ts";
import { compareManifests, type DriftReport } from "../drift/drift-report.ts";
import type { Manifests } from "../drift/manifest.ts";
import { readManifests } from "../drift/read-manifests.ts";
import type { ConnectionOptions } from "./flags/connection-flags.ts";
import type { ManifestOptions, UsualNamespaceOptions } from "./flags/manifest-flags.ts";
import type { SnapshotOptions } from "./flags/snapshot-flag.ts";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";
import { openLiveSource } from "./live-ingresses.ts";
import { readManifestSources } from "./read-manifest-sources.ts";

/** What to compare with what. */
export interface ComparedOptions extends ManifestOptions, UsualNamespaceOptions, SnapshotOptions, ConnectionOptions {}

/** Compares manifests with the Ingresses of a cluster or a snapshot. */
export async function compareWithLive(
  options: ComparedOptions,
  world: IngressDiffWorld,
  ignored: Omit<CompareOptions, "serverVersion"> = {},
): Promise<DriftReport> {
  // First: a mistake in a file should not cost the time of reading a cluster.
  const sources = await readManifestSources(options.filename, world.files);
  const live = await openLiveSource(options, world);
  try {
    const manifests = readManifests(sources, { namespace: options.namespace ?? live.namespace });
    refuseNothing(manifests, options);
    const { find, ...source } = await live.read(manifests.ingresses);
    return compareManifests(manifests, find, source, ignored);
  } finally {
    live.close();
  }
}

/** A pipe whose first half failed must not look like a cluster without drift. */
function refuseNothing({ ingresses, otherCount, issues }: Manifests, { filename }: ManifestOptions): void {
  if (ingresses.length + otherCount + issues.length > 0) return;
  const from = filename.map((path) => (path === "-" ? "stdin" : `"${path}"`)).join(", ");
  throw new CommandError(`Cannot compare with ${from}: there is no Kubernetes object in it`, {
    hint: "-f with manifests; kubectl kustomize DIR | ingress-diff diff -f -",
  });
}
