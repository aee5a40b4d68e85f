import { type ApiClient, createApiClient } from "../observe/cluster/api-client.ts";
import { loadConnection } from "../observe/cluster/load-connection.ts";
import type { ConnectionOptions } from "./flags/connection-flags.ts";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";
import { kubeconfigOptions } from "./kubeconfig-options.ts";

/** A cluster that can be asked. */
export interface OpenCluster {
  readonly client: ApiClient;
  /** For people, such as `context prod`. */
  readonly source: string;
  /** The context's namespace. */
  readonly namespace: string;
}

const defaultTimeoutMs = 30_000;

/**
 * Opens the cluster that the options and the environment name; nothing is asked yet.
 *
 * @throws {ObservationError} If the kubeconfig cannot be read, or does not say where and as whom.
 */
export async function openCluster(options: ConnectionOptions, { env }: IngressDiffWorld): Promise<OpenCluster> {
  const timeoutMs = options.requestTimeout ?? defaultTimeoutMs;
  const connection = await loadConnection({ ...kubeconfigOptions(options, env), timeoutMs });
  return {
    client: createApiClient(connection),
    source: connection.context === "" ? connection.server : `context ${connection.context}`,
    namespace: connection.namespace,
  };
}
