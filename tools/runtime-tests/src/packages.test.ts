import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  foreignDependencies,
  installedFiles,
  npmEnv,
  packFolders,
  publicPackages,
  repositoryRoot,
} from "./packed-packages.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

const packages = publicPackages();
const specifiers = packages.flatMap((each) => each.specifiers);
/** The package that reads clusters through node:https, which its declarations name. */
const nodeLibrary = "@kubeschema/ingress-diff";

const deno = join(repositoryRoot, "node_modules/.bin/deno");

/** Imports every subpath and prints how many there were. */
const importAll = `const specifiers = ${JSON.stringify(specifiers)};
for (const specifier of specifiers) {
  await import(specifier).catch((cause) => {
    throw new Error(specifier, { cause });
  });
}
console.log(specifiers.length);
`;

let folder: string;
let tarballs: ReadonlyMap<string, string>;

beforeAll(async () => {
  // Deno compares real paths, and a temporary folder may be a link.
  folder = await realpath(await mkdtemp(join(tmpdir(), "kubeschema-packages-")));
  const packed = await packFolders(packages.map((each) => each.folder), folder);
  tarballs = new Map(packages.map(({ name }, index) => [name, packed[index] ?? ""]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.for(packages.map(({ name }) => name))("the tarball of %s", (name) => {
  test("passes publint --strict", async () => {
    const tarball = await readFile(tarballs.get(name) ?? "");
    const { messages, pkg } = await publint({ pack: { tarball: toArrayBuffer(tarball) }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test("has types that resolve wherever ES modules do (attw --profile esm-only)", async () => {
    const attw = join(repositoryRoot, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const args = [attw, tarballs.get(name) ?? "", "--profile", "esm-only", "--format", "ascii", "--no-color"];
    await expectSuccess(runCommand(process.execPath, args, { env: { HOME: folder } }));
  });
});

test("npm packs the types only if the build had every Kubernetes version", async () => {
  const types = packages.find(({ name }) => name === "@kubeschema/types");
  const args = ["pack", "--dry-run", types?.folder ?? ""];
  const { code, stderr } = await runCommand("npm", args, { cwd: repositoryRoot, env: npmEnv(folder) });
  expect({ isPacked: code === 0 }, stderr).toEqual({ isPacked: types?.isComplete });
  if (code !== 0) expect(stderr).toMatch(/: Cannot pack @kubeschema\/types: the tarball lacks "\.\/v1\.\d+/);
});

describe("all tarballs in a project", () => {
  let project: string;

  beforeAll(async () => {
    project = join(folder, "project");
    await mkdir(project);
    // Third-party packages come from where the repository has them: no registry is used.
    const foreign = await packFolders(foreignDependencies(packages), folder);
    await writeFile(join(project, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
    await writeFile(join(project, "import-all.mjs"), importAll);
    await expectSuccess(
      runCommand(
        "npm",
        ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", ...tarballs.values(), ...foreign],
        { cwd: project, env: npmEnv(folder) },
      ),
    );
  });

  test("list the subpaths of every package", () => {
    expect(packages.map(({ name }) => name)).toHaveLength(6);
    for (const each of packages) expect(each.specifiers, each.name).toContain(each.name);
    expect(specifiers).toContain("@kubeschema/types/networking.k8s.io/v1");
    expect(specifiers).toContain("@kubeschema/validators/networking.k8s.io/v1");
    expect(specifiers.length).toBeGreaterThan(70);
  });

  test("import every subpath on this Node", async () => {
    const { stdout } = await expectSuccess(runCommand(process.execPath, ["import-all.mjs"], { cwd: project }));
    expect(stdout.trim()).toBe(String(specifiers.length));
  });

  test.runIf(otherNode() !== undefined)("import every subpath on the machine's own Node", async () => {
    const { stdout } = await expectSuccess(runCommand(otherNode() ?? "", ["import-all.mjs"], { cwd: project }));
    expect(stdout.trim()).toBe(String(specifiers.length));
  });

  test("import every subpath in Deno", async () => {
    const args = ["run", "--allow-all", "--no-lock", "--node-modules-dir=manual", "--quiet", "import-all.mjs"];
    const { stdout } = await expectSuccess(
      runCommand(deno, args, { cwd: project, env: { HOME: folder, DENO_DIR: join(folder, "deno"), NO_COLOR: "1" } }),
    );
    expect(stdout.trim()).toBe(String(specifiers.length));
  });

  const resolutions = ["nodenext", "bundler"];
  test.for(resolutions)("type-check every subpath with moduleResolution %s", async (moduleResolution) => {
    const web = specifiers.filter((specifier) => specifier !== nodeLibrary);
    await typeCheck(project, web, { moduleResolution, types: [] });
  });

  test.for(resolutions)(`type-check ${nodeLibrary} with moduleResolution %s and Node's types`, (moduleResolution) =>
    // The repository's own; users bring theirs.
    typeCheck(project, [nodeLibrary], {
      moduleResolution,
      types: ["node"],
      typeRoots: [join(repositoryRoot, "node_modules/@types")],
    }));

  test.for(packages.flatMap(({ bins }) => bins))("run %s --version", async (bin) => {
    const { stdout } = await expectSuccess(
      runCommand(process.execPath, [join(project, "node_modules/.bin", bin), "--version"], { cwd: project }),
    );
    expect(stdout).toMatch(/\d+\.\d+\.\d+/);
  });

  test("@kubeschema/types takes less than 12 MB with all versions", async () => {
    const installed = join(project, "node_modules/@kubeschema/types");
    const sizes = (await installedFiles(installed)).map((file) => readFileSync(join(installed, file)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(12e6);
  });

  test("contain no test, and no path of the machine that built them", async () => {
    for (const { name } of packages) {
      const installed = join(project, "node_modules", name);
      const files = await installedFiles(installed);
      expect(files.filter((file) => /\.(test|test-d|snap)\.|\.snapshot\./.test(file)), name).toEqual([]);
      const texts = files.filter((file) => /\.(js|ts|json|md)$/.test(file));
      expect(texts.filter((file) => readFileSync(join(installed, file), "utf8").includes(repositoryRoot)), name)
        .toEqual([]);
    }
  });
});

describe("sources in Deno", () => {
  // Inside the repository, where Deno finds the workspace; in a folder that git, the linter and the formatter ignore.
  const inside = fileURLToPath(new URL("../dist/deno-every-subpath", import.meta.url));
  beforeAll(async () => {
    await mkdir(inside, { recursive: true });
    await writeFile(join(inside, "import-all.mjs"), importAll);
  });
  afterAll(() => rm(inside, { recursive: true, force: true }));

  test("import every subpath through the workspace's deno.json", async () => {
    const { stdout } = await expectSuccess(
      runCommand(deno, ["run", "--allow-all", "--quiet", "import-all.mjs"], { cwd: inside, env: { NO_COLOR: "1" } }),
    );
    expect(stdout.trim()).toBe(String(specifiers.length));
  });

  test.for(packages)("deno publish --dry-run accepts $name", async (each, { skip }) => {
    if (!each.isComplete) skip("this build does not have every version");
    const args = ["publish", "--dry-run", "--allow-dirty"];
    const { stdout, stderr } = await expectSuccess(
      runCommand(deno, args, { cwd: each.folder, env: { NO_COLOR: "1", HOME: folder } }),
    );
    expect(`${stdout}${stderr}`).toContain(`Simulating publish of ${each.name}@`);
  });
});

/** A Node of the machine itself that our packages support, if it has one besides the repository's. */
function otherNode(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((each) => !each.includes("node_modules"));
  return folders.map((each) => join(each, "node")).find((candidate) => {
    if (candidate === process.execPath || !existsSync(candidate)) return false;
    const { stdout } = spawnSync(candidate, ["--version"], { encoding: "utf8" });
    return Number(/^v(\d+)/.exec(stdout)?.[1] ?? 0) >= 22;
  });
}

/** Copies the bytes, since publint does not accept a view of a shared buffer. */
function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** Type-checks the declarations behind each specifier, including their own mistakes. */
async function typeCheck(
  project: string,
  modules: readonly string[],
  options: { readonly moduleResolution: string; readonly types: readonly string[]; readonly typeRoots?: string[] },
): Promise<void> {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    target: "es2023",
    module: options.moduleResolution === "bundler" ? "preserve" : "nodenext",
    ...options,
  };
  const imports = modules.map((specifier, index) => `export type * as a${index} from "${specifier}";\n`);
  await writeFile(join(project, "every.ts"), imports.join(""));
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["every.ts"] }));
  const tsc = join(repositoryRoot, "node_modules/typescript/bin/tsc");
  await expectSuccess(runCommand(process.execPath, [tsc, "-p", project], { cwd: project }));
}

async function expectSuccess(running: Promise<CommandResult>): Promise<CommandResult> {
  const result = await running;
  expect(result.code, `${result.stdout}\n${result.stderr}`).toBe(0);
  return result;
}
