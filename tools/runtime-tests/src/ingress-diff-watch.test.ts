import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { createCertificate } from "./certificate.ts";
import { servedSliceVersion } from "./served-slice-version.ts";
import { apps, healthyShop } from "./shop-cluster.ts";
import { syncObjects } from "./sync-objects.ts";

const day = 24 * 60 * 60 * 1000;
const bin = fileURLToPath(new URL("../../../packages/ingress-diff/dist/bin.js", import.meta.url));
const watched = ["ingresses", "ingressclasses", "services", "events", "endpointslices"];

describeWithApiServer("ingress-diff --watch", (getServer) => {
  let kubeconfig: string;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    const server = getServer();
    const certificate = await createCertificate({
      hosts: ["*.example.com"],
      notBefore: new Date(Date.now() - day),
      notAfter: new Date(Date.now() + 90 * day),
    });
    const sliceApiVersion = await servedSliceVersion(server);
    const certificates = Object.fromEntries(apps.map(({ host }) => [host, certificate]));
    await syncObjects(server, [], healthyShop({ sliceApiVersion, certificates }));
    const apiGroups = ["", "networking.k8s.io", "discovery.k8s.io"];
    // What --print-rbac --watch prints: Secrets are listed and never watched.
    kubeconfig = await server.addUser("watcher", {
      rules: [
        { apiGroups, resources: watched, verbs: ["list", "watch"] },
        { apiGroups: [""], resources: ["secrets"], verbs: ["list"] },
      ],
    });
  });
  afterEach(() => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
  });

  /** Starts a watch and waits until it has printed its first report. */
  async function start(...args: readonly string[]): Promise<Watch> {
    const child = spawn(process.execPath, [bin, "-A", "--watch", "--kubeconfig", kubeconfig, ...args], {
      env: { PATH: process.env.PATH },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.push(child);
    const written = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8");
      child[name].on("data", (chunk: string) => {
        written[name] += chunk;
      });
    }
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    await says(written, "stdout", /Ingresses|"type":"summary"|"summary"/);
    return { child, written, ended };
  }

  function setAddress(name: string, ip: string, fieldManager: string): Promise<unknown> {
    const path = `/apis/networking.k8s.io/v1/namespaces/shop/ingresses/${name}/status?fieldManager=${fieldManager}`;
    return getServer().request("PATCH", path, { status: { loadBalancer: { ingress: ip === "" ? [] : [{ ip }] } } });
  }

  test("prints what changes as it happens, and ends quietly on Ctrl-C", async () => {
    const { child, written, ended } = await start();
    await setAddress("api", "203.0.113.77", "controller-a");
    await says(written, "stdout", /^\d{4}-[^ ]+Z {2}changed {2}shop\/api {2}.* → 203\.0\.113\.77$/m);
    await setAddress("api", "", "controller-a");
    await says(written, "stdout", /^\d{4}-[^ ]+Z {2}emptied {2}shop\/api {2}203\.0\.113\.77 → none/m);

    const { request } = getServer();
    const path = "/api/v1/namespaces/docs/services/docs";
    const { body } = await request("GET", path);
    expect((await request("DELETE", path)).status).toBe(200);
    await says(written, "stdout", /Z {2}\+ {2}Service docs\/docs {2}backend\/service-missing: missing$/m);
    const { metadata: { labels }, spec } = body as { readonly metadata: { labels?: object }; readonly spec: object };
    const again = { apiVersion: "v1", kind: "Service", metadata: { name: "docs", labels }, spec };
    expect((await request("POST", path.replace(/\/docs$/, ""), again)).status).toBe(201);
    await says(written, "stdout", /Z {2}− {2}Service docs\/docs {2}backend\/service-missing: missing$/m);

    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(written.stderr).toBe("");
  });

  test("tells two controllers that write one status in turn", async () => {
    const { child, written, ended } = await start("-o", "ndjson");
    // managedFields count whole seconds, and a fight is told by who writes last.
    for (const [ip, manager] of [["10.0.0.1", "first"], ["10.0.0.2", "second"], ["10.0.0.1", "first"]] as const) {
      await setAddress("web", ip, manager);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
    }
    await says(written, "stdout", /"type":"fight".*"name":"web","managers":\["first","second"\]/);
    for (const line of written.stdout.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(written.stderr).toBe("");
  });

  test("ends without a stack when nobody reads its output any more", async () => {
    const { child, written, ended } = await start();
    child.stdout?.destroy();
    let count = 0;
    await vi.waitFor(async () => {
      await setAddress("cart", `10.0.7.${++count}`, "controller-a");
      expect(child.exitCode).not.toBeNull();
    }, { timeout: 30_000, interval: 500 });
    expect(await ended).toBe(0);
    expect(written.stderr).toBe("");
  });
});

interface Written {
  readonly stdout: string;
  readonly stderr: string;
}

interface Watch {
  readonly child: ChildProcess;
  readonly written: Written;
  readonly ended: Promise<number | null>;
}

async function says(written: Written, name: keyof Written, pattern: RegExp): Promise<void> {
  await vi.waitFor(() => expect(written[name]).toMatch(pattern), { timeout: 30_000, interval: 50 });
}
