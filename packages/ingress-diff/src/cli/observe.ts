import type { ClusterView, IngressObject } from "../observe/cluster-view.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import type { Edge } from "./edge.ts";
import type { Options } from "./parse-options.ts";
import { readSnapshotSources } from "./read-snapshot-texts.ts";

/**
 * Observes what the options name: a snapshot, else a cluster.
 *
 * @param alsoNamedBy Ingresses that are not there yet: what they name is looked for too.
 */
export async function observe(
  options: Options,
  edge: Edge,
  alsoNamedBy: readonly IngressObject[] = [],
): Promise<ClusterView> {
  if (options.snapshot !== undefined) {
    const source = options.snapshot === "-" ? "stdin" : `snapshot ${options.snapshot}`;
    const sources = await readSnapshotSources(options.snapshot, edge.files);
    return observeSnapshot(sources, { source, at: edge.now().toISOString(), alsoNamedBy });
  }
  // Loaded here: what talks to a cluster is most of the program, and a snapshot needs none of it.
  const { observeWithKubeconfig } = await import("./observe-with-kubeconfig.ts");
  return observeWithKubeconfig(options, edge, alsoNamedBy);
}
