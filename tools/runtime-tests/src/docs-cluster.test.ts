import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { type ApiServer, describeWithApiServer, findBinaries } from "@kubeschema-tools/apiserver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shopCrd } from "./codegen-crds.ts";
import { repositoryRoot } from "./packed-packages.ts";
import { type CommandResult, runCommand } from "./run-command.ts";
import { runKubectl } from "./run-kubectl.ts";
import { waitFor } from "./wait-for.ts";

describeWithApiServer("kubeschema-docs build --from cluster", (getServer) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "docs-cluster-"));
    await install(getServer(), shopCrd);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function build(...args: readonly string[]): Promise<CommandResult> {
    const bin = join(repositoryRoot, "packages/docs-generator/src/bin.ts");
    const env = { HOME: folder, PATH: `${findBinaries(process.env)}:${process.env.PATH}` };
    return runCommand(process.execPath, ["--conditions=@kubeschema/source", bin, "build", ...args], { env });
  }

  test("writes pages of custom kinds next to those of the server's own version", async () => {
    const out = join(folder, "site");
    const { code, stdout, stderr } = await build(
      ...["--from", "cluster", "--kubeconfig", getServer().kubeconfigPath, "--out", out],
    );
    expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/^Wrote \d+ files .* kinds and \d+ shared types of v1\.20\n/);
    const shop = await readFile(join(out, "shop.example.io/v1/shop.html"), "utf8");
    expect(shop).toContain("Kubernetes v1.20");
    expect(shop).toMatch(/<li id="spec\.size">.*?integer \(int32\).*?<b class="r">required<\/b>/);
    expect(shop).toContain("One of <code>Open</code>, <code>Closed</code>");
    expect(shop).not.toContain("@kubeschema/types");
    const deployment = await readFile(join(out, "apps/v1/deployment.html"), "utf8");
    expect(deployment).toContain('<a href="../../types/io.k8s.apimachinery.pkg.apis.meta.v1.objectmeta.html">');
  });

  test("quotes kubectl if it is refused, and leaves the folder unchanged", async () => {
    const out = join(folder, "none");
    const args = ["--from", "cluster", "--kubeconfig", join(folder, "no-such-file"), "--out", out];
    const { code, stderr } = await build(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^kubeschema-docs: Cannot ask the cluster: .+ Try: kubectl get --raw \/openapi\/v2\n$/,
    );
    await expect(readFile(join(out, "index.html"))).rejects.toThrow("ENOENT");
  });
});

/**
 * Creates a CustomResourceDefinition, and waits until the server's OpenAPI has its kind, which takes a while longer.
 */
async function install(server: ApiServer, crd: Readonly<Record<string, unknown>>): Promise<void> {
  const { status } = await server.request("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", crd);
  if (status !== 201) throw new Error(`Cannot create the CustomResourceDefinition: ${status}`);
  const hasShop = (openApi: string): boolean => openApi.includes("io.example.shop.v1.Shop");
  if (hasShop(await waitFor(() => runKubectl(server, "get", "--raw", "/openapi/v2"), hasShop))) return;
  throw new Error("Cannot use the CustomResourceDefinition: the server's OpenAPI does not have it");
}
