import type { LiveIngress } from "../../drift/ingress-drift.ts";
import { isIngressVersion } from "../../drift/ingress-version.ts";
import { type IngressName, readLiveIngresses } from "../../drift/read-live-ingresses.ts";
import { type JsonObject, objectAt, optional, stringAt } from "../../observe/json-value.ts";
import { ObservationError } from "../../observe/observation-error.ts";
import { snapshotObjects } from "../../observe/snapshot-objects.ts";
import type { Edge } from "../edge.ts";
import type { Options } from "../parse-options.ts";
import { readSnapshotSources } from "../read-snapshot-texts.ts";
import type { LiveRead } from "./drift.ts";

/** Where the live Ingresses come from. */
export interface LiveSource {
  /** Of manifests that name none, unless `-n` does. */
  readonly namespace: string;
  readonly read: (wanted: readonly IngressName[]) => Promise<LiveRead>;
  readonly close: () => void;
}

/**
 * Opens the snapshot or the cluster that the options name.
 *
 * @throws {ObservationError} If it cannot be read.
 */
export async function openLiveSource(options: Options, edge: Edge): Promise<LiveSource> {
  if (options.snapshot !== undefined) return openSnapshot(options.snapshot, edge);
  // Loaded here: what talks to a cluster is most of the program, and a snapshot needs none of it.
  const { createApiClient } = await import("../../observe/cluster/api-client.ts");
  const { loadConnection } = await import("../../observe/cluster/load-connection.ts");
  const connection = await loadConnection({
    ...options.connection,
    timeoutMs: options.requestTimeoutMs,
    env: edge.env,
  });
  const client = createApiClient(connection);
  return {
    namespace: connection.namespace,
    read: async (wanted) => ({
      ...await readLiveIngresses(client, wanted),
      source: connection.context === "" ? connection.server : `context ${connection.context}`,
      at: edge.now().toISOString(),
      requestCount: client.requestCount(),
    }),
    close: client.close,
  };
}

async function openSnapshot(path: string, edge: Edge): Promise<LiveSource> {
  const source = path === "-" ? "stdin" : `snapshot ${path}`;
  const found = new Map<string, LiveIngress>();
  let at = edge.now().toISOString();
  let serverVersion: string | undefined;
  for (const snapshot of await readSnapshotSources(path, edge.files)) {
    for (const object of snapshotObjects(snapshot)) {
      if (object.apiVersion === "kubeschema/v1" && object.kind === "Snapshot") throw withoutObjects(source);
      if (object.apiVersion === "kubeschema/v1" && object.kind === "Observation") {
        at = stringAt(object, "at") ?? at;
        serverVersion = stringAt(object, "serverVersion") ?? serverVersion;
      } else if (object.kind === "Ingress" && isIngressVersion(object.apiVersion)) {
        found.set(keyOf(object), { state: "found", object });
      }
    }
  }
  if (found.size === 0) {
    throw new ObservationError(
      `Cannot compare with ${source}: it holds no Ingress, so it does not say that one is missing`,
      dump,
    );
  }
  return {
    namespace: "default",
    read: async () => ({
      source,
      at,
      isComplete: true,
      requestCount: 0,
      ...optional("serverVersion", serverVersion),
      find: ({ namespace, name }) => found.get(`${namespace}/${name}`) ?? { state: "missing" },
    }),
    close: () => {},
  };
}

/** Our own snapshots keep what the rules need. What was applied last, and who owns each field, is not among it. */
function withoutObjects(source: string): ObservationError {
  return new ObservationError(
    `Cannot compare with ${source}: what "ingress-diff snapshot" writes holds no whole Ingresses`,
    dump,
  );
}

const dump = "kubectl get ingresses -A -o yaml --show-managed-fields > snapshot.yaml";

function keyOf(object: JsonObject): string {
  const metadata = objectAt(object, "metadata");
  return `${stringAt(metadata, "namespace") ?? "default"}/${stringAt(metadata, "name") ?? ""}`;
}
