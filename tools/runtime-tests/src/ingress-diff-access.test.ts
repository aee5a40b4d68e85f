import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ApiServer, describeWithApiServer, type PolicyRule } from "@kubeschema-tools/apiserver";
import { createCertificatePem } from "@kubeschema-tools/clusters/certificates";
import type { JsonReport } from "@kubeschema/ingress-diff";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createShop, type Shop, withoutAddress } from "./create-shop.ts";
import { readReport } from "./ingress-diff-report.ts";
import { type CommandResult, runBuilt } from "./run-command.ts";

// The Ingresses are made a moment later, so none of them is ever old enough to need an address.
const at = new Date().toISOString();

/** What each rule family reads. `group` and `resource` are as RBAC names them. */
const lists = [
  { group: "networking.k8s.io", resource: "ingresses" },
  { group: "networking.k8s.io", resource: "ingressclasses" },
  { group: "", resource: "services" },
  { group: "discovery.k8s.io", resource: "endpointslices" },
  { group: "", resource: "secrets" },
  { group: "", resource: "events" },
] as const;

function toRules(granted: readonly { readonly group: string; readonly resource: string }[]): readonly PolicyRule[] {
  return granted.map(({ group, resource }) => ({ apiGroups: [group], resources: [resource], verbs: ["list"] }));
}

describeWithApiServer("ingress-diff with few rights, or none", (getServer) => {
  let folder: string;
  let shop: Shop;
  let refusing: RefusingPort;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kubeschema-access-"));
    refusing = await takeRefusingPort();
    shop = await createShop(getServer(), withoutAddress);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    refusing.release();
  });

  function run(kubeconfig: string, ...args: readonly string[]): Promise<CommandResult> {
    return runBuilt("ingress-diff", ["-A", "--at", at, "--kubeconfig", kubeconfig, ...args], { env: { HOME: folder } });
  }

  test("exits 0 for a user who may list everything that rules read", async () => {
    const kubeconfig = await getServer().addUser("reader", { rules: toRules(lists) });
    const result = await run(kubeconfig, "-o", "json");
    expect(readCounted(result)).toEqual([]);
    expect(result.code).toBe(0);
  });

  test("reads the kubeconfig from KUBECONFIG, and from the home folder", async () => {
    const kubeconfig = getServer().kubeconfigPath;
    const home = join(folder, "home");
    await mkdir(join(home, ".kube"), { recursive: true });
    await copyFile(kubeconfig, join(home, ".kube", "config"));
    const args = ["-A", "--at", at, "-o", "json"];
    for (const env of [{ HOME: folder, KUBECONFIG: kubeconfig }, { HOME: home }]) {
      const result = await runBuilt("ingress-diff", args, { env });
      expect(readReport(result).ingresses).toHaveLength(shop.ingresses.length);
      expect(result.code).toBe(0);
    }
  });

  test.each(lists.slice(1))(
    'says "could not be checked" to a user who may not list $resource, and the rule it names helps',
    async ({ group, resource }) => {
      const server = getServer();
      const user = `without-${resource}`;
      const kubeconfig = await server.addUser(user, {
        rules: toRules(lists.filter((list) => list.resource !== resource)),
      });
      const json = await run(kubeconfig, "-o", "json");
      const findings = readCounted(json);
      expect(findings.length).toBeGreaterThan(0);
      for (const { outcome } of findings) expect(outcome).toBe("unknown");
      expect(json.code).toBe(2);
      const rule = findings.map(({ fix }) => readRule(fix)).find((found) => found !== undefined);
      expect(rule).toEqual({ apiGroups: [group], resources: [resource], verbs: ["list"] });

      const text = await run(kubeconfig);
      expect(text.stdout).toMatch(/could not be checked/);
      expect(text.stdout).not.toMatch(/does not exist|is missing/i);
      expect(text.code).toBe(2);

      await server.grant(user, [rule as PolicyRule]); // compared above
      const known = await run(kubeconfig, "-o", "json");
      expect(readCounted(known)).toEqual([]);
      expect(known.code).toBe(0);
    },
  );

  test("says in one line that a user may not list ingresses", async () => {
    const kubeconfig = await getServer().addUser("without-ingresses", { rules: toRules(lists.slice(1)) });
    const result = await run(kubeconfig);
    expectOneLine(result);
    expect(result.stderr).toMatch(/ingresses.*403/i);
  });

  test.each([
    { name: "a kubeconfig that does not exist", want: /no-such-file/, write: () => join(folder, "no-such-file") },
    {
      name: "a kubeconfig that is not YAML",
      want: /not-yaml/,
      write: () => writeText("not-yaml", "clusters: [\n"),
    },
    {
      name: "a refused connection",
      want: /refused/i,
      write: () => writeKubeconfig("refused", { server: `https://127.0.0.1:${refusing.port}` }),
    },
    {
      name: "a server that another authority has signed",
      want: /certificate/i,
      write: async () => {
        const caPem = await createCertificatePem(["other.example.com"]);
        return writeKubeconfig("wrong-ca", { caPem });
      },
    },
    { name: "a wrong token", want: /401/, write: () => writeKubeconfig("wrong-token", {}) },
  ])("says in one line that it met $name", async ({ want, write }) => {
    const result = await run(await write());
    expectOneLine(result);
    expect(result.stderr).toMatch(want);
  });

  test("says in one line that a context is unknown", async () => {
    const result = await run(getServer().kubeconfigPath, "--context", "nowhere");
    expectOneLine(result);
    expect(result.stderr).toContain('"nowhere"');
  });

  test("shows the stack with DEBUG=1 only", async () => {
    const args = ["-A", "--kubeconfig", join(folder, "no-such-file")];
    const { code, stderr } = await runBuilt("ingress-diff", args, { env: { HOME: folder, DEBUG: "1" } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/\n {4}at /);
  });

  async function writeText(name: string, text: string): Promise<string> {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  }

  function writeKubeconfig(
    name: string,
    options: { readonly server?: string; readonly caPem?: string },
  ): Promise<string> {
    const { url, caPem }: Pick<ApiServer, "url" | "caPem"> = getServer();
    const authority = btoa(options.caPem ?? caPem);
    return writeText(
      name,
      JSON.stringify({
        apiVersion: "v1",
        kind: "Config",
        clusters: [{ name: "c", cluster: { server: options.server ?? url, "certificate-authority-data": authority } }],
        users: [{ name: "u", user: { token: "not-a-token" } }],
        contexts: [{ name: "x", context: { cluster: "c", user: "u" } }],
        "current-context": "x",
      }),
    );
  }
});

/** The findings without notes. */
function readCounted(result: CommandResult): JsonReport["findings"] {
  return readReport(result).findings.filter(({ severity }) => severity !== "info");
}

function expectOneLine({ code, stdout, stderr }: CommandResult): void {
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^ingress-diff: [^\n]+\n$/);
}

/** The RBAC rule in a finding's fix, which prints it as JSON or YAML flow: `{apiGroups: [""], ...}`. */
function readRule(fix: string): PolicyRule | undefined {
  const text = /\{[^{}]*apiGroups[^{}]*\}/.exec(fix)?.[0];
  if (text === undefined) return undefined;
  const field = (name: string): readonly string[] => {
    const items = new RegExp(`"?${name}"?:\\s*\\[([^\\]]*)\\]`).exec(text)?.[1] ?? "";
    return items.split(",").map((item) => item.trim().replaceAll('"', ""));
  };
  return { apiGroups: field("apiGroups"), resources: field("resources"), verbs: field("verbs") };
}

interface RefusingPort {
  readonly port: number;
  readonly release: () => void;
}

/**
 * A port that nothing listens on, and that nothing else can listen on: one end of a connection has it. A port that was
 * free a moment ago might be taken meanwhile.
 */
async function takeRefusingPort(): Promise<RefusingPort> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // A listening TCP server has one.
  const client = connect(port, "127.0.0.1");
  await once(client, "connect");
  return {
    port: client.localPort ?? 0,
    release: () => {
      client.destroy();
      server.close();
    },
  };
}
