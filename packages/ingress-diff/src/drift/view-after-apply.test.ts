import { ingress, ingressClass, type KubeObject } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import type { ClusterView } from "../observe/cluster-view.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { compareManifest } from "./compare-manifest.ts";
import { readManifests } from "./read-manifests.ts";
import { viewAfterApply } from "./view-after-apply.ts";

const at = "2026-06-01T00:00:00Z";
const isDefault = { "ingressclass.kubernetes.io/is-default-class": "true" };

function observe(...objects: readonly KubeObject[]): ClusterView {
  return observeSnapshot([{ name: "live.json", documents: [{ kind: "List", items: objects }] }], {
    source: "test",
    at,
  });
}

async function apply(
  view: ClusterView,
  manifest: KubeObject,
  live?: KubeObject,
  appliedAt: string = at,
): Promise<ClusterView> {
  const documents = [{ value: manifest }];
  const { ingresses: [read] } = readManifests([{ name: "web.json", documents }], { namespace: "shop" });
  if (read === undefined) throw new Error("Cannot apply: the manifest holds no Ingress");
  const found = live === undefined ? { state: "missing" as const } : { state: "found" as const, object: live };
  return viewAfterApply(view, [compareManifest(read, found)], appliedAt);
}

describe("viewAfterApply()", () => {
  test("gives a new Ingress the default class, no status, and its age", async () => {
    const other = ingress({ name: "other" });
    const view = await observe(other, ingressClass("nginx"), ingressClass("usual", isDefault));
    const after = await apply(view, ingress({ name: "new", className: null }));
    expect(after.ingresses.map(({ name, className, createdAt, statusEntries }) => ({
      name,
      className,
      createdAt,
      addresses: statusEntries.length,
    }))).toEqual([
      { name: "new", className: "usual", createdAt: at, addresses: 0 },
      { name: "other", className: "nginx", createdAt: "2026-05-01T00:00:00Z", addresses: 1 },
    ]);
  });

  test("gives a new Ingress its age by the second, as the server stores it", async () => {
    const view = await observe(ingress({ name: "other" }));
    const [created] = (await apply(view, ingress({ name: "new" }), undefined, "2026-06-01T02:00:00.7+02:00")).ingresses;
    expect(created).toMatchObject({ createdAt: at, writers: [{ time: at }] });
  });

  test("gives no class to an Ingress with the annotation, even an empty one", async () => {
    const view = await observe(ingress({ name: "other" }), ingressClass("usual", isDefault));
    const annotations = { "kubernetes.io/ingress.class": "" };
    const after = await apply(view, ingress({ name: "new", className: null, metadata: { annotations } }));
    expect(after.ingresses[0]).not.toHaveProperty("className");
  });

  test("gives no class to a manifest of extensions/v1beta1, which the server's admission skips", async () => {
    const view = await observe(ingress({ name: "other" }), ingressClass("usual", isDefault));
    const spec = { backend: { serviceName: "web", servicePort: 80 } };
    const manifest = { apiVersion: "extensions/v1beta1", kind: "Ingress", metadata: { name: "new" }, spec };
    expect((await apply(view, manifest)).ingresses[0]).not.toHaveProperty("className");
  });

  test("keeps the status of an Ingress that changes, and notes who wrote its class", async () => {
    const live = ingress();
    const view = await observe(live);
    const [after] = (await apply(view, ingress({ className: "other" }), live)).ingresses;
    expect(after).toMatchObject({ className: "other", statusEntries: [{ ip: "203.0.113.10" }] });
    expect(after?.writers).toMatchObject([{ manager: "kubectl-client-side-apply", time: at, ownsClassField: true }]);
  });

  test("leaves out what would be refused", async () => {
    const view = await observe(ingress());
    expect((await apply(view, ingress({ host: "NO" }), ingress())).ingresses).toEqual(view.ingresses);
  });
});
