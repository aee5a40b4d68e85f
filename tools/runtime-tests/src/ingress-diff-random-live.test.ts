import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import {
  allFaults,
  createDice,
  createRandomCluster,
  expectedRoot,
  randomPlace,
  rootsOf,
  routesOfFinding,
  toRoot,
  type ZoneCertificates,
} from "@kubeschema-tools/clusters";
import { createZoneCertificates } from "@kubeschema-tools/clusters/certificates";
import {
  createApiClient,
  evaluate,
  type Evaluation,
  type Finding,
  loadConnection,
  observeCluster,
} from "@kubeschema/ingress-diff";
import { beforeAll, expect, test } from "vitest";
import { installBuckets } from "./bucket-kind.ts";
import { createLiveCluster, type LiveCluster } from "./live-cluster.ts";
import { servedSliceVersion } from "./served-slice-version.ts";

// A day later, so that no Ingress is too young to have an address.
const atMs = Date.now() + 86_400_000;
const at = new Date(atMs).toISOString();

/** Healthy random clusters have notes, too. */
const faults = allFaults.filter(({ only, severity }) => only !== "snapshot" && severity !== "info");

/** More with `KUBESCHEMA_RANDOM_CLUSTERS=20`; each takes the server some seconds. */
const clusterCount = Number(process.env.KUBESCHEMA_RANDOM_CLUSTERS ?? "8");

describeWithApiServer("ingress-diff in random clusters on a real API server", (getServer) => {
  let certificates: ZoneCertificates;
  let sliceApiVersion: string;
  let live: LiveCluster;

  async function observe(): Promise<Evaluation> {
    const connection = await loadConnection({ env: { KUBECONFIG: getServer().kubeconfigPath }, timeoutMs: 30_000 });
    const view = await observeCluster(createApiClient(connection), { source: "test", at });
    return evaluate(view, { at });
  }

  beforeAll(async () => {
    certificates = await createZoneCertificates(atMs);
    await installBuckets(getServer());
    sliceApiVersion = await servedSliceVersion(getServer());
    live = createLiveCluster(getServer());
  });

  test.each(Array.from({ length: clusterCount }, (_, index) => ({ seed: 2000 + index })))(
    "seed $seed: nothing is found at first, and then exactly the injected fault",
    async ({ seed }) => {
      const healthy = createRandomCluster(seed, { certificates, atMs, sliceApiVersion });
      // An edited object from another cluster would have a history.
      await live.become([]);
      await live.become(healthy);
      expect(countedIn(await observe())).toEqual([]);
      const dice = createDice(seed);
      const place = randomPlace(healthy, { dice, certificates, atMs });
      for (const fault of dice.shuffle(faults)) {
        const injected = fault.inject(place);
        if (injected === undefined) continue;
        await live.become(injected.objects);
        const evaluation = await observe();
        const roots = countedIn(evaluation);
        expect({ way: fault.way, roots: roots.map(toRoot) }).toEqual({
          way: fault.way,
          roots: [expectedRoot(fault, injected)],
        });
        const [root] = roots;
        if (fault.severity === "error" && root !== undefined) {
          expect(routesOfFinding(evaluation, root)).toEqual(injected.expect.broken);
        }
        return;
      }
      throw new RangeError(`Cannot find a place for a fault in the cluster of seed ${seed}`);
    },
  );
});

/** The causes without notes. */
function countedIn({ findings }: Evaluation): readonly Finding[] {
  return rootsOf(findings).filter(({ severity }) => severity !== "info");
}
