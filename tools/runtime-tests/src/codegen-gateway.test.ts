import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import type { ValidationIssue } from "@kubeschema/validators";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatedFolder, readTree, runCodegen, runCodegenInDeno, runTsc, strictConfig } from "./codegen-command.ts";

const crds = process.env.KUBESCHEMA_CRDS;
if (!crds) {
  process.stderr.write("SKIPPED Gateway API: set KUBESCHEMA_CRDS to a folder with its CustomResourceDefinitions\n");
}
const folder = generatedFolder("codegen-gateway");

const route = (spec: object) => ({
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "HTTPRoute",
  metadata: { name: "web" },
  spec,
});
const backend = { name: "web", port: 80 };

describe.skipIf(!crds)("kubeschema-codegen on Gateway API", () => {
  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const target of ["types", "validators"]) {
      const result = await runCodegen(target, "--from", crds ?? "", "--out", join(folder, target));
      expect(result).toMatchObject({ code: 0, stdout: "" });
      expect(result.stderr).toMatch(/^Wrote (types|validators) of 12 kinds in \d+ files to /m);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("emits code that type-checks, including the libraries' own types", async () => {
    const types = `
import type { HTTPRoute } from "./types/gateway.networking.k8s.io/v1.js";
import type { ObjectOf } from "./types/objects.js";
import type { ObjectMeta } from "@kubeschema/types/meta/v1";
export const route: HTTPRoute = ${JSON.stringify(route({ rules: [{ backendRefs: [backend] }] }))};
export const gateway: ObjectOf<"gateway.networking.k8s.io/v1", "Gateway"> = {
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "Gateway",
  spec: { gatewayClassName: "a", listeners: [{ name: "http", port: 80, protocol: "HTTP" }] },
};
export const metadata: ObjectMeta | undefined = route.metadata;
`;
    const wrong = types.replace('"name":"web","port":80', '"name":"web","port":"80"').replace(
      "listeners: [",
      "listener: [",
    );
    await writeFile(join(folder, "right.ts"), types);
    await writeFile(join(folder, "tsconfig.json"), strictConfig());
    expect(await runTsc(folder)).toEqual({ code: 0, stdout: "", stderr: "" });
    await writeFile(join(folder, "wrong.ts"), wrong);
    const { stdout } = await runTsc(folder);
    await rm(join(folder, "wrong.ts"));
    expect(stdout.match(/^wrong\.ts|wrong\.ts\(/gm)).toHaveLength(2);
  });

  test.each<readonly [name: string, spec: object, want: readonly string[]]>([
    ["a valid spec", { hostnames: ["a.example.com"], rules: [{ backendRefs: [backend] }] }, []],
    ["a port out of range", { rules: [{ backendRefs: [{ ...backend, port: 65536 }] }] }, [
      "Invalid spec.rules[0].backendRefs[0].port",
    ]],
    ["a wrong host", { hostnames: ["A_B"] }, ["Invalid spec.hostnames[0]"]],
    ["too many hosts", { hostnames: Array(17).fill("a.example.com") }, ["TooMany spec.hostnames"]],
    ["an unknown method", { rules: [{ matches: [{ method: "get" }] }] }, [
      "NotSupported spec.rules[0].matches[0].method",
    ]],
    ["two headers of one name", {
      rules: [{ matches: [{ headers: [{ name: "a", value: "1" }, { name: "a", value: "2" }] }] }],
    }, ["Duplicate spec.rules[0].matches[0].headers[1]"]],
    ["a missing type", { rules: [{ filters: [{}] }] }, ["Required spec.rules[0].filters[0].type"]],
    ["an unknown field", { rulez: [] }, ["Unknown spec.rulez"]],
    ["text for a list", { rules: "all" }, ["TypeInvalid spec.rules"]],
    ["a long value", { rules: [{ matches: [{ path: { value: `/${"a".repeat(1024)}` } }] }] }, [
      "TooLong spec.rules[0].matches[0].path.value",
    ]],
  ])("validates an HTTPRoute with %s", async (_name, spec, want) => {
    const url = pathToFileURL(join(folder, "validators/gateway.networking.k8s.io/v1.js")).href;
    const { validateHTTPRoute } = await import(/* @vite-ignore */ url);
    const issues: readonly ValidationIssue[] = validateHTTPRoute(route(spec));
    expect(issues.map(({ type, fieldPath }) => `${type} ${fieldPath}`)).toEqual(want);
  });

  test("says in the declarations how many CEL rules it leaves to the server, and leaves nothing else in the schema to it", async () => {
    const text = await readFile(join(folder, "validators/gateway.networking.k8s.io/v1.d.ts"), "utf8");
    const left = new Set(text.match(/^ \* - .*$/gm));
    expect(left).toContain(" * - 89 CEL rules (x-kubernetes-validations)");
    expect([...left].filter((line) => !/CEL rules? \(|rules of metadata/.test(line))).toEqual([]);
  });

  test("writes the same bytes under Deno", async () => {
    for (const target of ["types", "validators"]) {
      const out = join(folder, `${target}-deno`);
      const result = await runCodegenInDeno(target, "--from", crds ?? "", "--out", out);
      expect(result).toMatchObject({ code: 0, stdout: "" });
      expect(await readTree(out)).toEqual(await readTree(join(folder, target)));
    }
  });
});
