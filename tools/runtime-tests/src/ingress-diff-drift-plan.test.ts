import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import {
  type ClusterView,
  compareManifests,
  comparePlanned,
  createApiClient,
  type DriftReport,
  evaluate,
  type Finding,
  loadConnection,
  observeCluster,
  type Plan,
  plan,
  plannedIngresses,
  readLiveIngresses,
  readManifests,
} from "@kubeschema/ingress-diff";
import {
  defaultClass,
  endpoint,
  ingressClass,
  type KubeObject,
  type PemPair,
  service,
  slice,
  tlsSecret,
} from "@kubeschema-tools/clusters";
import { createCertificateSet } from "@kubeschema-tools/clusters/certificates";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createKubectl, type Kubectl, writeManifests } from "./ingress-diff-drift-kubectl.ts";
import { createDriftCase, type DriftCase } from "./ingress-diff-drift-mutations.ts";
import { createLiveCluster } from "./live-cluster.ts";
import { servedSliceVersion } from "./served-slice-version.ts";

/** Odd ones are live before they change, even ones are new. */
const seeds = Array.from({ length: 36 }, (_, index) => 1001 + index);

describeWithApiServer("ingress-diff plan on a real API server", (getServer) => {
  let folder: string;
  let kubectl: Kubectl;
  const cases: readonly DriftCase[] = seeds.map((seed) => createDriftCase(seed, "default"));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kubeschema-plan-"));
    kubectl = await createKubectl(getServer().kubeconfigPath, folder);
    const { good } = await createCertificateSet(["shop.example"], Date.now());
    const objects = surroundings(await servedSliceVersion(getServer()), good);
    await createLiveCluster(getServer()).become(objects);
    const live = cases.filter((_, index) => index % 2 === 0);
    await writeManifests(join(folder, "live"), live.map(({ name, initial }) => ({ name, manifest: initial })));
    const { code, stderr } = await kubectl.run("apply", "-f", join(folder, "live"));
    if (code !== 0) throw new Error(`Cannot apply: ${stderr}`);
    // The controller of one class publishes an address, that of others none.
    for (const [index, { name }] of live.entries()) {
      if (index % 3 === 2) continue;
      await getServer().request(
        "PATCH",
        `/apis/networking.k8s.io/v1/namespaces/default/ingresses/${name}/status`,
        { status: { loadBalancer: { ingress: [{ ip: `192.0.2.${index % 3}` }] } } },
      );
    }
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function observe(manifest: object): Promise<{ readonly view: ClusterView; readonly report: DriftReport }> {
    const connection = await loadConnection({ kubeconfig: getServer().kubeconfigPath, timeoutMs: 30_000, env: {} });
    const client = createApiClient(connection);
    const source = { source: "test", at: new Date().toISOString() };
    const documents = [{ value: manifest }];
    const manifests = readManifests([{ name: "web.json", documents }], { namespace: "default" });
    const { find, ...live } = await readLiveIngresses(client, manifests.ingresses);
    const report = compareManifests(manifests, find, { ...source, ...live, requestCount: 0 });
    const view = await observeCluster(client, { ...source, alsoNamedBy: plannedIngresses(report.ingresses) });
    client.close();
    return { view, report };
  }

  test("predicts what the rules say after the manifests are really applied", async () => {
    const counts = { applied: 0, refused: 0, findings: 0, routes: 0 };
    for (const { name, manifest, story } of cases) {
      const startedAt = new Date().toISOString();
      const before = await observe(manifest);
      await writeManifests(join(folder, name), [{ name, manifest }]);
      const { code } = await kubectl.run("apply", "-f", join(folder, name));
      const isRefused = before.report.ingresses[0]?.verdict === "refused";
      expect({ story, isRefused }).toEqual({ story, isRefused: code !== 0 });
      const { view } = await observe(manifest);
      // Which of two is older depends on the second. A plan is pure: it can be made for the second at which it was.
      const at = writtenAt(view, name, startedAt);
      const said = plan(before.view, before.report.ingresses, { at });
      const happened = comparePlanned(evaluate(before.view, { at }), evaluate(view, { at }));
      expect({ story, ...essence(said) }).toEqual({ story, ...essence(happened) });
      counts[isRefused ? "refused" : "applied"]++;
      counts.findings += said.findings.appear.length + said.findings.disappear.length + said.findings.change.length;
      counts.routes += said.routes.appear.length + said.routes.disappear.length + said.routes.change.length;
    }
    // Otherwise the cases would prove nothing.
    expect(counts.applied).toBeGreaterThanOrEqual(30);
    expect(counts.findings).toBeGreaterThan(30);
    expect(counts.routes).toBeGreaterThan(30);
  }, 600_000);
});

/** The second of the newest write to an Ingress, or a moment if there was none after it. */
function writtenAt({ ingresses }: ClusterView, name: string, since: string): string {
  const ingress = ingresses.find((each) => each.name === name);
  const times = [ingress?.createdAt, ...(ingress?.writers ?? []).map(({ time }) => time)];
  const newestMs = Math.max(...times.map((time) => Date.parse(time ?? since)), Date.parse(since.replace(/\.\d+/, "")));
  return new Date(newestMs).toISOString();
}

/** Findings without the times and names of managers that only a real apply knows, and the routes. */
function essence({ findings, routes }: Pick<Plan, "findings" | "routes">): object {
  const tell = ({ id, severity, outcome, consequences }: Finding): object => ({ id, severity, outcome, consequences });
  const byId = (a: Finding, b: Finding): number => (a.id < b.id ? -1 : 1);
  return {
    appear: findings.appear.toSorted(byId).map(tell),
    disappear: findings.disappear.toSorted(byId).map(tell),
    routes,
  };
}

/**
 * Classes, Services, endpoints and one Secret; the Services `cart` and `new`, other Secrets and Buckets are missing.
 */
function surroundings(sliceApiVersion: string, { pem, keyPem }: PemPair): readonly KubeObject[] {
  const namespace = "default";
  const ports = [{ name: "http", port: 80 }, { name: "alt", port: 8080 }];
  const slicePorts = [{ name: "http", port: 8080, protocol: "TCP" }, { name: "alt", port: 8080, protocol: "TCP" }];
  const services = ["web", "api", "fallback"].flatMap((name): readonly KubeObject[] => {
    const endpoints = [endpoint("10.1.0.1", name !== "fallback")];
    return [
      service(name, { ports }, { namespace }),
      { ...slice(name, { ports: slicePorts, endpoints }, { namespace }), apiVersion: sliceApiVersion },
    ];
  });
  const secret = tlsSecret("web-tls", pem, { namespace, keyPem });
  return [ingressClass("nginx"), ingressClass("usual", defaultClass), ...services, secret];
}
