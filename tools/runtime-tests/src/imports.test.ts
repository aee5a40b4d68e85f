import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandResult, runCommand } from "./run-command.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The program of a user, and its output. */
const sample = `
import type { Ingress } from "@kubeschema/types/networking.k8s.io/v1";
import { validateIngress } from "@kubeschema/validators/networking.k8s.io/v1";

const ingress: Ingress = {
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "web" },
  spec: { defaultBackend: { service: { name: "web", port: { number: 80 } } } },
};
const broken = { ...ingress, spec: { rules: [{ http: { paths: [{ path: "/", backend: ingress.spec?.defaultBackend }] } }] } };
console.log(JSON.stringify([validateIngress(ingress), validateIngress(broken)]));
`;

function expectVerdict({ code, stdout, stderr }: CommandResult): void {
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toEqual([
    [],
    [expect.objectContaining({ type: "Required", fieldPath: "spec.rules[0].http.paths[0].pathType" })],
  ]);
}

describe("packed tarballs in Node", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kubeschema-imports-"));
    await writeFile(join(folder, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
    await writeFile(join(folder, "sample.ts"), sample);
    const packed = await Promise.all(["types", "validators"].map((name) => pack(name, folder)));
    // No registry is used: the two depend on nothing but each other.
    await expectSuccess(
      runCommand("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", ...packed], {
        cwd: folder,
        env: { HOME: folder, npm_config_cache: join(folder, "cache") },
      }),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("run from their build, without the sources' condition", async () => {
    expectVerdict(await runCommand(process.execPath, ["sample.ts"], { cwd: folder }));
  });

  test.each(["nodenext", "bundler"])(
    "type-check with moduleResolution %s, including the libraries' own types",
    async (resolution) => {
      await writeTsconfig(folder, "sample.ts", resolution);
      await expectSuccess(runTsc(folder));
    },
  );

  test.each([
    { name: "a wrong kind", from: 'kind: "Ingress"', to: 'kind: "ingress"' },
    { name: "a misspelt field", from: "spec: {", to: "sepc: {" },
    { name: "a missing kind", from: 'kind: "Ingress",', to: "" },
  ])("type-check finds $name", async ({ from, to }) => {
    await writeFile(join(folder, "wrong.ts"), sample.replace(from, to));
    await writeTsconfig(folder, "wrong.ts", "nodenext");
    const { code, stdout } = await runTsc(folder);
    expect(code).not.toBe(0);
    // Only the mistake is reported: the same line, and the file that has it.
    expect(stdout.match(/error TS\d+/g)).toHaveLength(1);
    expect(stdout).toMatch(/^wrong\.ts/);
  });

  test("contain the build, and no test", async () => {
    const files = await readdir(join(folder, "node_modules/@kubeschema"), { recursive: true });
    expect(files.filter((file) => basename(file).includes(".test."))).toEqual([]);
    expect(files).toContain(join("validators", "dist", "mod.js"));
  });
});

describe("sources in Deno", () => {
  // Inside the repository, where Deno finds the workspace; in a folder that git, the linter and the formatter ignore.
  const folder = fileURLToPath(new URL("../dist/deno-sample", import.meta.url));
  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "sample.ts"), sample);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("run and type-check through the workspace's deno.json", async () => {
    const deno = join(root, "node_modules/.bin/deno");
    expectVerdict(
      await runCommand(deno, ["run", "--check", "--quiet", "sample.ts"], { cwd: folder, env: { NO_COLOR: "1" } }),
    );
  });
});

/** Packs one package as `npm publish` would, and returns the path of the tarball. */
async function pack(name: string, destination: string): Promise<string> {
  await expectSuccess(
    runCommand("npm", ["pack", "--ignore-scripts", "--pack-destination", destination], {
      cwd: join(root, "packages", name),
      env: { HOME: destination, npm_config_cache: join(destination, "cache") },
    }),
  );
  const tarball = (await readdir(destination)).find((file) => file.startsWith(`kubeschema-${name}-`));
  if (tarball === undefined) throw new Error(`npm pack left no tarball of "${name}"`);
  return join(destination, tarball);
}

function writeTsconfig(folder: string, file: string, moduleResolution: string): Promise<void> {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    target: "es2023",
    lib: ["es2023", "dom"],
    types: [],
    module: moduleResolution === "bundler" ? "preserve" : "nodenext",
    moduleResolution,
  };
  return writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
}

function runTsc(folder: string): Promise<CommandResult> {
  return runCommand(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], { cwd: folder });
}

async function expectSuccess(running: Promise<CommandResult>): Promise<CommandResult> {
  const result = await running;
  expect(result.code, `${result.stdout}\n${result.stderr}`).toBe(0);
  return result;
}
