import { createApiClient } from "../observe/cluster/api-client.ts";
import { loadConnection } from "../observe/cluster/load-connection.ts";
import { observeCluster } from "../observe/cluster/observe-cluster.ts";
import type { ClusterView, IngressObject } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import type { Edge } from "./edge.ts";
import type { Options } from "./parse-options.ts";

/** Observes the cluster that the options and the environment name; shows progress on a terminal. */
export async function observeWithKubeconfig(
  options: Options,
  edge: Edge,
  alsoNamedBy: readonly IngressObject[] = [],
): Promise<ClusterView> {
  const connection = await loadConnection({
    ...options.connection,
    timeoutMs: options.requestTimeoutMs,
    env: edge.env,
  });
  const { stderr } = edge;
  const isTerminal = stderr.isTTY === true;
  const client = createApiClient(connection);
  try {
    return await observeCluster(client, {
      source: connection.context === "" ? connection.server : `context ${connection.context}`,
      at: edge.now().toISOString(),
      alsoNamedBy,
      ...optional("namespace", options.isAllNamespaces ? undefined : options.namespace ?? connection.namespace),
      ...(isTerminal ? { onProgress: (text) => stderr.write(`\r\u001b[Kreading the cluster: ${text}`) } : {}),
    });
  } finally {
    if (isTerminal) stderr.write("\r\u001b[K");
    client.close();
  }
}
