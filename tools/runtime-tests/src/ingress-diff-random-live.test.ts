import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import { createApiClient, evaluate, type Evaluation, loadConnection, observeCluster } from "@kubeschema/ingress-diff";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { installBuckets } from "./bucket-kind.ts";
import type { KubeObject } from "./kube-object.ts";
import { allFaults } from "./random-clusters/all-faults.ts";
import { type Certificates, createCertificates } from "./random-clusters/certificates.ts";
import type { ClusterObject } from "./random-clusters/cluster-object.ts";
import { createDice } from "./random-clusters/dice.ts";
import { rootsOf } from "./random-clusters/judge-objects.ts";
import { createRandomCluster } from "./random-clusters/random-cluster.ts";
import { servedSliceVersion } from "./served-slice-version.ts";
import { syncObjects } from "./sync-objects.ts";

// A day on, so that no Ingress is too young to have an address.
const atMs = Date.now() + 86_400_000;
const at = new Date(atMs).toISOString();

/** What a server refuses on create, sets itself, or cannot hold. */
const onlyInSnapshots = new Set([
  "address/stale",
  "class/annotation-conflict",
  "class/multiple-defaults",
]);
const liveFaults = allFaults.filter(({ rule }) => !onlyInSnapshots.has(rule));
const namespaces = ["web", "shop", "pay", "ops"].flatMap((name) => [name, `${name}-too`]).concat("team-z");
const namespaceObjects: readonly KubeObject[] = namespaces.map((name) => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name },
}));

/** More with `KUBESCHEMA_RANDOM_CLUSTERS=20`; each takes the server some seconds. */
const clusterCount = Number(process.env.KUBESCHEMA_RANDOM_CLUSTERS ?? "8");

describeWithApiServer("ingress-diff in random clusters on a real API server", (getServer) => {
  let certificates: Certificates;
  let sliceApiVersion: string;
  let live: readonly KubeObject[] = [];

  async function toCluster(objects: readonly ClusterObject[]): Promise<void> {
    const next = [...namespaceObjects, ...forServer(objects)];
    await syncObjects(getServer(), live, next);
    live = next;
  }

  async function observe(): Promise<Evaluation> {
    const connection = await loadConnection({ env: { KUBECONFIG: getServer().kubeconfigPath }, timeoutMs: 30_000 });
    const view = await observeCluster(createApiClient(connection), { source: "test", at });
    return evaluate(view, { at });
  }

  beforeAll(async () => {
    certificates = await createCertificates(atMs);
    await installBuckets(getServer());
    sliceApiVersion = await servedSliceVersion(getServer());
  });

  test.each(Array.from({ length: clusterCount }, (_, index) => ({ seed: 2000 + index })))(
    "seed $seed: nothing is found, and then the one fault that is put in",
    async ({ seed }) => {
      const healthy = createRandomCluster(seed, { certificates, atMs, sliceApiVersion });
      await toCluster(healthy);
      expect(rootsOf(await observe())).toEqual([]);
      const dice = createDice(seed);
      const target = { dice, objects: healthy, certificates, atMs };
      const [start = 0] = dice.shuffle(liveFaults.map((_, index) => index));
      const ordered = [...liveFaults.slice(start), ...liveFaults.slice(0, start)];
      for (const fault of ordered) {
        const injected = fault.inject(target);
        if (injected === undefined) continue;
        // The server tells ages by the second.
        await sleep(1_100);
        await toCluster(injected.objects);
        const roots = rootsOf(await observe());
        expect(roots.map(({ rule, object }) => `${rule} ${object}`)).toEqual([`${fault.rule} ${injected.object}`]);
        if (injected.broken !== undefined) expect(roots[0]?.routes).toEqual(injected.broken);
        return;
      }
      throw new RangeError(`Cannot find a place for a fault in the cluster of seed ${seed}`);
    },
  );
});

/** Leaves out what the server sets itself, and objects of kinds that it does not know; classes and Services come first. */
function forServer(objects: readonly ClusterObject[]): readonly KubeObject[] {
  const known = ["IngressClass", "Service", "EndpointSlice", "Secret", "Bucket", "Ingress", "Event"];
  return known.flatMap((kind) => objects.filter((object) => object.kind === kind)).map((object): KubeObject => {
    const { uid: _, creationTimestamp: __, ...metadata } = object.metadata;
    if (object.kind !== "Event") return { ...object, metadata };
    const { uid: ___, ...involvedObject } = object.involvedObject as { readonly uid?: string };
    return { ...object, metadata, involvedObject };
  });
}
