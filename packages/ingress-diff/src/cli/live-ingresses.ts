import { CommandError } from "@kubeschema/command-kit";
import type { DriftSource } from "../drift/drift-report.ts";
import type { LiveIngress } from "../drift/ingress-drift.ts";
import { isIngressVersion } from "../drift/ingress-version.ts";
import { type IngressName, readLiveIngresses } from "../drift/read-live-ingresses.ts";
import { type JsonObject, objectAt, optional, stringAt } from "../observe/json-value.ts";
import { snapshotObjects } from "../observe/snapshot-objects.ts";
import type { ConnectionOptions } from "./flags/connection-flags.ts";
import type { SnapshotOptions } from "./flags/snapshot-flag.ts";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";
import { nameOfSnapshot, readSnapshotSources } from "./read-snapshot.ts";
import { withProgress } from "./with-progress.ts";

/** Where the live Ingresses come from. */
export interface LiveSource {
  /** Of manifests that name none, unless `-n` does. */
  readonly namespace: string;
  readonly read: (wanted: readonly IngressName[]) => Promise<LiveRead>;
  readonly close: () => void;
}

/** Live Ingresses, and where they are from. */
interface LiveRead extends DriftSource {
  readonly find: (ingress: IngressName) => LiveIngress;
}

/**
 * Opens the snapshot or the cluster that the options name.
 *
 * @throws {Error} With a `hint`, if it cannot be read.
 */
export async function openLiveSource(
  options: SnapshotOptions & ConnectionOptions,
  world: IngressDiffWorld,
): Promise<LiveSource> {
  if (options.snapshot !== undefined) return openSnapshot(options.snapshot, world);
  // Loaded here: what talks to a cluster is most of the program, and a snapshot needs none of it.
  const { openCluster } = await import("./open-cluster.ts");
  const { client, source, namespace } = await openCluster(options, world);
  return {
    namespace,
    read: async (wanted) => ({
      ...await withProgress(world, () => readLiveIngresses(client, wanted)),
      source,
      at: world.now().toISOString(),
      requestCount: client.requestCount(),
    }),
    close: client.close,
  };
}

async function openSnapshot(path: string, { files, now }: IngressDiffWorld): Promise<LiveSource> {
  const source = nameOfSnapshot(path);
  const found = new Map<string, LiveIngress>();
  let at = now().toISOString();
  let serverVersion: string | undefined;
  for (const snapshot of await readSnapshotSources(path, files)) {
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
    throw new CommandError(
      `Cannot compare with ${source}: it holds no Ingress, so it does not say that one is missing`,
      { hint: dump },
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
function withoutObjects(source: string): CommandError {
  return new CommandError(
    `Cannot compare with ${source}: what "ingress-diff snapshot" writes holds no whole Ingresses`,
    { hint: dump },
  );
}

const dump = "kubectl get ingresses -A -o yaml --show-managed-fields > snapshot.yaml";

function keyOf(object: JsonObject): string {
  const metadata = objectAt(object, "metadata");
  return `${stringAt(metadata, "namespace") ?? "default"}/${stringAt(metadata, "name") ?? ""}`;
}
