import type { ClusterView, IngressObject } from "../observe/cluster-view.ts";
import { observeCluster } from "../observe/cluster/observe-cluster.ts";
import { optional } from "../observe/json-value.ts";
import type { ConnectionOptions } from "./flags/connection-flags.ts";
import { namespaceOf, type ScopeOptions } from "./flags/scope-flags.ts";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";
import { openCluster } from "./open-cluster.ts";
import { withProgress } from "./with-progress.ts";

/** Observes the cluster that the options and the environment name; shows progress on a terminal. */
export async function observeLive(
  options: ScopeOptions & ConnectionOptions,
  world: IngressDiffWorld,
  alsoNamedBy: readonly IngressObject[] = [],
): Promise<ClusterView> {
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
