import type { ClusterView, IngressObject } from "../observe/cluster-view.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";
import { nameOfSnapshot, readSnapshotSources } from "./read-snapshot.ts";

/** Observes a snapshot: a file, a folder, or `-`. */
export async function observeFile(
  path: string,
  { files, now }: IngressDiffWorld,
  alsoNamedBy: readonly IngressObject[] = [],
): Promise<ClusterView> {
  const sources = await readSnapshotSources(path, files);
  return observeSnapshot(sources, { source: nameOfSnapshot(path), at: now().toISOString(), alsoNamedBy });
}
