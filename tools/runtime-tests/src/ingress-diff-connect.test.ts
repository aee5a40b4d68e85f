import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { gunzipSync } from "node:zlib";
import { type ApiServer, describeWithApiServer } from "@kubeschema-tools/apiserver";
import { createApiClient, loadConnection, observeCluster } from "@kubeschema/ingress-diff";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createShop, type Shop } from "./create-shop.ts";
import { readReport } from "./ingress-diff-report.ts";
import { type CommandResult, runBuilt } from "./run-command.ts";

const rules = [
  { apiGroups: ["networking.k8s.io"], resources: ["ingresses", "ingressclasses"], verbs: ["list"] },
  { apiGroups: [""], resources: ["services", "secrets", "events"], verbs: ["list"] },
  { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: ["list"] },
];

describeWithApiServer("ingress-diff connects to a cluster in every way", (getServer) => {
  let folder: string;
  let shop: Shop;
  let ca: string;
  let token: string;

  beforeAll(async () => {
    const server = getServer();
    folder = await mkdtemp(join(tmpdir(), "kubeschema-connect-"));
    shop = await createShop(server);
    ca = join(folder, "ca.crt");
    await writeFile(ca, server.caPem);
    token = await createToken(server);
    await server.grant("system:serviceaccount:shop:ingress-diff", rules);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CommandResult> {
    return runBuilt("ingress-diff", [...args], { cwd: folder, env: { HOME: folder, ...env } });
  }

  function expectWhole(result: CommandResult): void {
    expect(result.stderr).toBe("");
    const { observed, ingresses } = readReport(result);
    expect(ingresses).toHaveLength(shop.ingresses.length);
    expect(Object.values(observed.lists).map(({ state }) => state)).not.toContain("forbidden");
    expect(result.code).toBe(0);
  }

  async function writeConfig(name: string, cluster: object, user: object): Promise<string> {
    const path = join(folder, name);
    const config = {
      apiVersion: "v1",
      kind: "Config",
      clusters: [{ name: "c", cluster: { server: getServer().url, "certificate-authority": "ca.crt", ...cluster } }],
      users: [{ name: "u", user }],
      contexts: [{ name: "x", context: { cluster: "c", user: "u" } }],
      "current-context": "x",
    };
    await writeFile(path, JSON.stringify(config));
    return path;
  }

  test("--server and --token alone", async () => {
    const args = ["-A", "-o", "json", "--server", getServer().url, "--token", token];
    expectWhole(await run([...args, "--certificate-authority", ca]));
    expectWhole(await run([...args, "--insecure-skip-tls-verify"]));
    const untrusted = await run(args);
    expect(untrusted.code).toBe(2);
    expect(untrusted.stderr).toMatch(/^ingress-diff: Cannot trust .*certificate/);
  });

  test("--tls-server-name, where the address is not in the certificate", async () => {
    const args = ["-A", "-o", "json", "--server", getServer().url, "--token", token, "--certificate-authority", ca];
    expectWhole(await run([...args, "--tls-server-name", "localhost"]));
    const other = await run([...args, "--tls-server-name", "other.example.com"]);
    expect(other.code).toBe(2);
    expect(other.stderr).toMatch(/^ingress-diff: Cannot trust /);
  });

  test("--as and --as-group", async () => {
    const server = getServer();
    await server.grant("impersonated", rules);
    const args = ["-A", "-o", "json", "--kubeconfig", server.kubeconfigPath];
    expectWhole(await run([...args, "--as", "impersonated"]));
    expectWhole(await run([...args, "--as", "nobody", "--as-group", "system:masters", "--as-group", "other"]));
    const nobody = await run([...args, "--as", "nobody"]);
    expect(nobody.stderr).toContain('403 Forbidden: ingresses.networking.k8s.io is forbidden: User "nobody"');
  });

  test("a token file, and several files in KUBECONFIG", async () => {
    await writeFile(join(folder, "token-file"), `${token}\n`);
    const whole = await writeConfig("with-token-file", {}, { tokenFile: "token-file" });
    const other = await writeConfig("other", { server: "https://127.0.0.1:9" }, { token: "wrong" });
    expectWhole(await run(["-A", "-o", "json"], { KUBECONFIG: `${join(folder, "absent")}:${whole}:${other}` }));
  });

  test("a plug-in whose first token is refused runs again", async () => {
    await writeFile(join(folder, "good-token"), token);
    const script = `
      const { existsSync, readFileSync, writeFileSync, appendFileSync } = require("node:fs");
      appendFileSync("runs", ".");
      const token = existsSync("ran") ? readFileSync("good-token", "utf8") : "stale";
      writeFileSync("ran", "");
      console.log(JSON.stringify({ status: { token } }));`;
    const exec = {
      apiVersion: "client.authentication.k8s.io/v1beta1",
      command: process.execPath,
      args: ["-e", script],
    };
    const kubeconfig = await writeConfig("exec", {}, { exec });
    expectWhole(await run(["-A", "-o", "json", "--kubeconfig", kubeconfig]));
    expect(await readFile(join(folder, "runs"), "utf8")).toBe("..");
  });

  test("a proxy that the kubeconfig names", async () => {
    const proxy = await startProxy();
    try {
      const kubeconfig = await writeConfig("proxied", { "proxy-url": proxy.url }, { token });
      expectWhole(await run(["-A", "-o", "json", "--kubeconfig", kubeconfig]));
      expect(new Set(proxy.targets)).toEqual(new Set([new URL(getServer().url).host]));
      // A proxy in the environment is not used for this machine itself.
      const count = proxy.targets.length;
      const direct = await writeConfig("direct", {}, { token });
      expectWhole(await run(["-A", "-o", "json", "--kubeconfig", direct], { HTTPS_PROXY: proxy.url }));
      expect(proxy.targets).toHaveLength(count);
    } finally {
      await proxy.close();
    }
  });

  test("a pod's service account", async () => {
    const { hostname, port } = new URL(getServer().url);
    await writeFile(join(folder, "token"), token);
    await writeFile(join(folder, "namespace"), "shop");
    const connection = await loadConnection({
      env: { HOME: folder, KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: port },
      serviceAccountFolder: folder,
      timeoutMs: 30_000,
    });
    const client = createApiClient(connection);
    try {
      const { namespace } = connection;
      const view = await observeCluster(client, { source: "pod", at: new Date().toISOString(), namespace });
      expect(new Set(view.ingresses.map((ingress) => ingress.namespace))).toEqual(new Set(["shop"]));
    } finally {
      client.close();
    }
  });

  test("snapshot, and compare with what became of the cluster", async () => {
    const server = getServer();
    const args = ["--kubeconfig", server.kubeconfigPath];
    const taken = await run(["snapshot", "-A", "-o", "before.json.gz", ...args]);
    expect(taken).toEqual({ code: 0, stdout: "", stderr: "" });
    const text = gunzipSync(await readFile(join(folder, "before.json.gz"))).toString();
    expect(text).toContain("BEGIN CERTIFICATE");
    const { keyPem } = shop;
    const keyLines = keyPem.split("\n").filter((line) => line !== "" && !line.startsWith("---"));
    expect(keyLines.length).toBeGreaterThan(1);
    for (const hidden of [...keyLines, "PRIVATE KEY", btoa(keyPem).slice(0, 60)]) expect(text).not.toContain(hidden);

    const same = await run(["compare", "before.json.gz", "live", ...args]);
    expect(same.stdout).toContain("\nno differences\n");
    expect(same).toMatchObject({ code: 0, stderr: "" });

    const status = (name: string): string => `/apis/networking.k8s.io/v1/namespaces/shop/ingresses/${name}/status`;
    const patch = (name: string, ingress: readonly object[]): Promise<unknown> =>
      server.request("PATCH", status(name), { status: { loadBalancer: { ingress } } });
    await patch("web", []);
    await patch("help", [{ ip: "203.0.113.99" }]);
    const changed = await run(["compare", "before.json.gz", "live", ...args]);
    expect(changed.stdout).toContain("\n1 address emptied, 1 changed");
    expect(changed.stdout).toMatch(/ {2}emptied {2}shop\/web .* → none/);
    expect(changed).toMatchObject({ code: 1, stderr: "" });

    const after = await run(["snapshot", "-n", "shop", "-o", "after.json", ...args]);
    expect(after.code).toBe(0);
    const files = await run(["compare", "before.json.gz", "after.json", "-o", "json"]);
    expect(JSON.parse(files.stdout)).toMatchObject({ version: 1, summary: { emptied: 1, changed: 1, removed: 0 } });
    expect(files.code).toBe(1);
  });
});

/** A token of a service account in the namespace of the shop. */
async function createToken({ request }: ApiServer): Promise<string> {
  const path = "/api/v1/namespaces/shop/serviceaccounts";
  await request("POST", path, { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "ingress-diff" } });
  const { status, body } = await request("POST", `${path}/ingress-diff/token`, {
    apiVersion: "authentication.k8s.io/v1",
    kind: "TokenRequest",
    spec: {},
  });
  expect(status).toBe(201);
  return (body as { readonly status: { readonly token: string } }).status.token; // A TokenRequest that was answered.
}

interface Proxy {
  readonly url: string;
  /** Host and port of every connection that it made. */
  readonly targets: readonly string[];
  readonly close: () => Promise<void>;
}

/** A proxy that only knows CONNECT. */
async function startProxy(): Promise<Proxy> {
  const targets: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on("connect", ({ url = "" }: IncomingMessage, client: Socket) => {
    targets.push(url);
    const [host, port] = url.split(":");
    const upstream = connect(Number(port), host, () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      client.pipe(upstream).pipe(client);
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // A listening TCP server has one.
    targets,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
