import type { ClusterView, IngressObject } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import type { ConnectionOptions } from "./flags/connection-flags.ts";
import { namespaceOf, type ScopeOptions } from "./flags/scope-flags.ts";
import type { SnapshotOptions } from "./flags/snapshot-flag.ts";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";
import { nameOfSnapshot, readSnapshotSources } from "./read-snapshot.ts";
import { withProgress } from "./with-progress.ts";

/**
 * Observes what the options name: a snapshot, else a cluster.
 *
 * @param alsoNamedBy Ingresses that are not there yet: what they name is looked for too.
 */
export async function observe(
  options: SnapshotOptions & ScopeOptions & ConnectionOptions,
  world: IngressDiffWorld,
  alsoNamedBy: readonly IngressObject[] = [],
): Promise<ClusterView> {
  return await (options.snapshot === undefined
    ? observeLive(options, world, alsoNamedBy)
    : observeFile(options.snapshot, world, alsoNamedBy));
}

/** Observes a snapshot: a file, a folder, or `-`. */
export async function observeFile(
  path: string,
  { files, now }: IngressDiffWorld,
  alsoNamedBy: readonly IngressObject[] = [],
): Promise<ClusterView> {
  const sources = await readSnapshotSources(path, files);
  return observeSnapshot(sources, { source: nameOfSnapshot(path), at: now().toISOString(), alsoNamedBy });
}

/** Observes the cluster that the options and the environment name; shows progress on a terminal. */
export async function observeLive(
  options: ScopeOptions & ConnectionOptions,
  world: IngressDiffWorld,
  alsoNamedBy: readonly IngressObject[] = [],
): Promise<ClusterView> {
  // Loaded here: what talks to a cluster is most of the program, and a snapshot needs none of it.
  const [{ openCluster }, { observeCluster }] = await Promise.all([
    import("./open-cluster.ts"),
    import("../observe/cluster/observe-cluster.ts"),
  ]);
  const { client, source, namespace } = await openCluster(options, world);
  const at = world.now().toISOString();
  const scope = optional("namespace", namespaceOf(options, namespace));
  try {
    return await withProgress(
      world,
      (onProgress) => observeCluster(client, { source, at, alsoNamedBy, ...scope, onProgress }),
    );
  } finally {
    client.close();
  }
}
