import type { ClusterView, IngressObject } from "../observe/cluster-view.ts";
import type { ConnectionOptions } from "./flags/connection-flags.ts";
import type { ScopeOptions } from "./flags/scope-flags.ts";
import type { SnapshotOptions } from "./flags/snapshot-flag.ts";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";

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
  // Loaded here: what talks to a cluster is most of the program, and a snapshot needs none of it.
  if (options.snapshot === undefined) {
    return await (await import("./observe-live.ts")).observeLive(options, world, alsoNamedBy);
  }
  return await (await import("./observe-file.ts")).observeFile(options.snapshot, world, alsoNamedBy);
}
