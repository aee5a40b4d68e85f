import type { ChildProcess } from "node:child_process";
import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { servedSliceVersion } from "./served-slice-version.ts";
import { says, startWatch, type WatchCommand } from "./watch-command.ts";
import { createWatchedShop } from "./watched-shop.ts";

interface Slice {
  readonly metadata: { readonly name: string };
  readonly endpoints: readonly object[];
}

describeWithApiServer("ingress-diff watch", (getServer) => {
  let kubeconfig: string;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    kubeconfig = await createWatchedShop(getServer());
  });
  afterEach(() => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
  });

  async function start(...args: readonly string[]): Promise<WatchCommand> {
    const started = await startWatch(kubeconfig, ...args);
    running.push(started.child);
    return started;
  }

  function setAddress(name: string, ip: string, fieldManager: string): Promise<unknown> {
    const path = `/apis/networking.k8s.io/v1/namespaces/shop/ingresses/${name}/status?fieldManager=${fieldManager}`;
    return getServer().request("PATCH", path, { status: { loadBalancer: { ingress: ip === "" ? [] : [{ ip }] } } });
  }

  test("prints what changes as it happens, and ends quietly on Ctrl-C", async () => {
    const { child, written, ended } = await start();
    await setAddress("help", "203.0.113.77", "controller-a");
    await says(written, "stdout", /^\d{4}-[^ ]+Z {2}changed {2}shop\/help {2}.* → 203\.0\.113\.77$/m);
    await setAddress("help", "", "controller-a");
    await says(written, "stdout", /^\d{4}-[^ ]+Z {2}emptied {2}shop\/help {2}203\.0\.113\.77 → none/m);

    const { request } = getServer();
    const path = "/api/v1/namespaces/shop/services/web";
    const { body } = await request("GET", path);
    expect((await request("DELETE", path)).status).toBe(200);
    await says(written, "stdout", /Z {2}\+ {2}Service shop\/web {2}backend\/service-missing: does not exist/m);
    const { metadata: { labels }, spec } = body as { readonly metadata: { labels?: object }; readonly spec: object };
    const again = { apiVersion: "v1", kind: "Service", metadata: { name: "web", labels }, spec };
    expect((await request("POST", path.replace(/\/web$/, ""), again)).status).toBe(201);
    await says(written, "stdout", /Z {2}− {2}Service shop\/web {2}backend\/service-missing: does not exist/m);

    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(written.stderr).toBe("");
  });

  test("judges again what an EndpointSlice changes", async () => {
    const { child, written, ended } = await start();
    const { request } = getServer();
    const slices = `/apis/${await servedSliceVersion(getServer())}/namespaces/shop/endpointslices`;
    const { body } = await request("GET", `${slices}?labelSelector=kubernetes.io/service-name%3Dweb`);
    const { items: [slice] } = body as { readonly items: readonly Slice[] };
    if (slice === undefined) throw new RangeError("The shop has no EndpointSlice of Service shop/web");
    const setReady = (ready: boolean): Promise<unknown> =>
      request("PATCH", `${slices}/${slice.metadata.name}`, {
        endpoints: slice.endpoints.map((endpoint) => ({ ...endpoint, conditions: { ready } })),
      });
    await setReady(false);
    await says(written, "stdout", /Z {2}\+ {2}Service shop\/web {2}backend\/no-ready-endpoints: /m);
    await setReady(true);
    await says(written, "stdout", /Z {2}− {2}Service shop\/web {2}backend\/no-ready-endpoints: /m);
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(written.stderr).toBe("");
  });

  test("recognises two controllers that write one status in turn", async () => {
    const { child, written, ended } = await start("-o", "ndjson");
    const writes = [["10.0.0.1", "first"], ["10.0.0.2", "second"], ["10.0.0.1", "first"]] as const;
    for (const [index, [ip, manager]] of writes.entries()) {
      await setAddress("web", ip, manager);
      await vi.waitFor(() => {
        expect(written.stdout.match(/"type":"changed".*"name":"web"/g)).toHaveLength(index + 1);
      }, { timeout: 60_000 });
      // managedFields have whole seconds, and a fight is recognised by the last writer.
      await new Promise((resolve) => setTimeout(resolve, 1_100));
    }
    await says(written, "stdout", /"type":"fight".*"name":"web","managers":\["first","second"\]/);
    for (const line of written.stdout.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(written.stderr).toBe("");
  });

  test("serves metrics that change with the cluster", async () => {
    const { child, written, ended } = await start("--serve-metrics", "127.0.0.1:0");
    const url = /metrics on (\S+)\n/.exec(written.stderr)?.[1] ?? "";
    const scrape = async (): Promise<string> => (await fetch(url)).text();
    const before = await scrape();
    expect(before).toContain(
      'ingress_diff_rule_findings{rule="backend/service-missing",severity="error",outcome="fail"} 0',
    );
    expect(before).toContain('ingress_diff_routes{namespace="shop",state="failing"} 0');
    expect((await fetch(url.replace(/metrics$/, "healthz"))).status).toBe(200);

    const { request } = getServer();
    const path = "/api/v1/namespaces/shop/services/web";
    const { body } = await request("GET", path);
    await request("DELETE", path);
    await vi.waitFor(async () => {
      expect(await scrape()).toContain('ingress_diff_routes{namespace="shop",state="failing"} 2');
    }, { timeout: 60_000 });
    const { metadata: { labels }, spec } = body as { readonly metadata: { labels?: object }; readonly spec: object };
    const again = { apiVersion: "v1", kind: "Service", metadata: { name: "web", labels }, spec };
    expect((await request("POST", path.replace(/\/web$/, ""), again)).status).toBe(201);
    await vi.waitFor(async () => {
      expect(await scrape()).toContain('ingress_diff_routes{namespace="shop",state="failing"} 0');
    }, { timeout: 60_000 });
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });

  test("reads again what may be listed and not watched, and says so once", async () => {
    const apiGroups = ["", "networking.k8s.io", "discovery.k8s.io"];
    const resources = ["ingresses", "ingressclasses", "services", "endpointslices", "events", "secrets"];
    const lister = await getServer().addUser("lister", { rules: [{ apiGroups, resources, verbs: ["list"] }] });
    const watch = await startWatch(lister);
    running.push(watch.child);
    await says(
      watch.written,
      "stderr",
      /Cannot watch services: 403 Forbidden; .* Try: ingress-diff rbac watch/,
    );
    await setAddress("web", "203.0.113.78", "controller-a");
    await says(watch.written, "stdout", /changed {2}shop\/web {2}.* → 203\.0\.113\.78$/m);
    expect(watch.written.stderr.match(/Cannot watch services/g)).toHaveLength(1);
  });

  test("ends without a stack when nobody reads its output any longer", async () => {
    const { child, written, ended } = await start();
    child.stdout?.destroy();
    let count = 0;
    await vi.waitFor(async () => {
      await setAddress("blog", `10.0.7.${++count}`, "controller-a");
      expect(child.exitCode).not.toBeNull();
    }, { timeout: 60_000, interval: 500 });
    expect(await ended).toBe(0);
    expect(written.stderr).toBe("");
  });
});
