import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ApiServer, describeWithApiServer } from "@kubeschema-tools/apiserver";
import type { ValidationIssue } from "@kubeschema/validators";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatedFolder, runCodegen, runTsc, strictConfig } from "./codegen-command.ts";
import { classCrd, shopCrd, shopSpecs } from "./codegen-crds.ts";
import { waitFor } from "./wait-for.ts";

type Validate = (value: unknown) => readonly ValidationIssue[];

const folder = generatedFolder("codegen-cluster");
const collection = "/apis/shop.example.io/v1/namespaces/default/shops";

describeWithApiServer("kubeschema-codegen --from cluster", (getServer) => {
  let validate: Validate;

  function generate(target: string, ...args: readonly string[]) {
    const { kubeconfigPath } = getServer();
    const out = join(folder, target);
    return runCodegen(target, "--from", "cluster", "--kubeconfig", kubeconfigPath, "--out", out, ...args);
  }

  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const crd of [shopCrd, classCrd]) await install(getServer(), crd);
    const { code, stderr } = await generate("validators", "--kinds", "shop.example.io");
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("validators of 2 kinds") });
    const url = pathToFileURL(join(folder, "validators/shop.example.io/v1.js")).href;
    validate = (await import(/* @vite-ignore */ url)).validateShop;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  describe("validators give the verdict of the API server", () => {
    test.each(shopSpecs)("on %s", async (_name, spec) => {
      const given = spec === null || Array.isArray(spec) ? spec : { size: 1, ...spec };
      const shop = { apiVersion: "shop.example.io/v1", kind: "Shop", metadata: { name: "a" }, spec: given };
      const server = await serverFaults(getServer(), shop);
      const ours = ourFaults(validate(shop));
      expect({ isValid: ours.length === 0, ours }).toMatchObject({ isValid: server.length === 0 });
      // For faults in alternatives, the server names the fault of each of them but no field; we name the field.
      if (!server.includes("Invalid <nil>")) expect(server).toEqual(expect.arrayContaining([...ours]));
    });
  });

  test("types accept what the server returns, and refuse what it refuses", async () => {
    expect(await generate("types")).toMatchObject({ code: 0, stdout: "" });
    const shop = {
      kind: "Shop",
      metadata: { name: "web" },
      spec: { size: 2, ports: [{ port: 80 }], constructor: "abc" },
    };
    const returned = await create(getServer(), collection, { apiVersion: "shop.example.io/v1", ...shop });
    const namespace = await getServer().request("GET", "/api/v1/namespaces/default");
    const types = join(folder, "types");
    await writeFile(join(types, "tsconfig.json"), strictConfig());
    const program = (constructed: string): string => `
import { class_, isShop, shop, type Shop } from "./shop.example.io/v1.js";
import type { AnyObject, ObjectOf } from "./objects.js";
export const returned: Shop = ${JSON.stringify(returned)};
export const namespace: ObjectOf<"v1", "Namespace"> = ${JSON.stringify(namespace.body)};
export const all: readonly AnyObject[] = [returned, namespace, class_({ default: true })];
export const made: Shop = shop({ ${constructed} });
export const size: number | undefined = isShop(all[0]) ? all[0].spec.size : undefined;
`;
    const right = 'spec: { size: 1, mode: "Open", "a.b-c": [{ "x.y": 1 }], build: { default: "A" } }';
    await writeFile(join(types, "program.ts"), program(right));
    expect(await runTsc(types)).toEqual({ code: 0, stdout: "", stderr: "" });
    await writeFile(join(types, "program.ts"), program(right.replace("size: 1", 'size: "1"')));
    expect((await runTsc(types)).stdout.match(/error TS\d+/g)).toEqual(["error TS2322"]);
  });

  test("leaves a folder unchanged if the cluster cannot be reached", async () => {
    const out = join(folder, "validators");
    const args = ["--from", "cluster", "--kubeconfig", join(folder, "no-such-file"), "--out", out];
    const { code, stdout, stderr } = await runCodegen("types", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^kubeschema-codegen: Cannot ask the cluster: .+\n$/);
  });
});

async function install(server: ApiServer, crd: Readonly<Record<string, unknown>>): Promise<void> {
  const path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  const { spec } = await create(server, path, crd) as { spec: { group: string; names: { plural: string } } };
  const served = `/apis/${spec.group}/v1/namespaces/default/${spec.names.plural}`;
  const answer = await waitFor(() => server.request("GET", served), ({ status }) => status === 200);
  if (answer.status !== 200) throw new Error(`Cannot use ${served}: the server does not serve it`);
}

async function create(server: ApiServer, path: string, object: unknown): Promise<unknown> {
  const { status, body } = await server.request("POST", path, object);
  if (status !== 201) throw new Error(`Cannot create at ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/**
 * `type fieldPath` of each fault, as server 1.20 says it: Invalid for TooLong, TooMany and TypeInvalid, no indexes, and
 * not a word of unknown fields, which it drops.
 */
function ourFaults(issues: readonly ValidationIssue[]): readonly string[] {
  const old = new Map<string, string>([["TooLong", "Invalid"], ["TooMany", "Invalid"], ["TypeInvalid", "Invalid"]]);
  const known = issues.filter(({ type }) => type !== "Unknown");
  return [...new Set(known.map(({ type, fieldPath }) => `${old.get(type) ?? type} ${withoutIndexes(fieldPath)}`))]
    .sort();
}

async function serverFaults(server: ApiServer, object: unknown): Promise<readonly string[]> {
  const { status, body } = await server.request("POST", `${collection}?dryRun=All`, object);
  if (status === 201) return [];
  const { message = "", details } = body as {
    message?: string;
    details?: { causes?: readonly { reason: string; field: string }[] };
  };
  // It refuses what it cannot decode before it checks fields one by one.
  const [, undecodable] = /cannot be handled as a Shop: (\S+):/.exec(message) ?? [];
  if (undecodable !== undefined) return [`Invalid ${undecodable}`];
  const causes = details?.causes ?? [];
  if (causes.length === 0) throw new Error(`Cannot read the verdict: ${status} ${JSON.stringify(body)}`);
  return causes.map(({ reason, field }) => `${reason.replace("FieldValue", "")} ${withoutIndexes(field)}`).sort();
}

function withoutIndexes(fieldPath: string): string {
  return fieldPath.replace(/\[\d+\]/g, "").replace(/\[(\w+)\]/g, ".$1");
}
