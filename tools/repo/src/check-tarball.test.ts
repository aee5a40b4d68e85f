import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { missingFromTarball } from "./check-tarball.ts";
import { listPackages, repositoryRoot } from "./package-folder.ts";
import { readPinnedVersions } from "./pinned-versions.ts";

const { default: defaultVersion, supported } = readPinnedVersions();
const [other = ""] = supported.filter((version) => version !== defaultVersion);

describe("missingFromTarball()", () => {
  const manifest = {
    name: "@kubeschema/sample",
    version: "0.0.0",
    bin: { sample: "./bin/sample.js" },
    exports: {
      ".": { types: "./dist/mod.d.ts", default: "./dist/mod.js" },
      "./*": { types: "./dist/gen/*.d.ts", default: "./dist/gen/*.js" },
    },
    scripts: { generate: "kubeschema-generate types" },
  };
  const subpaths = [".", "./v1", `./${other}/v1`];
  const versions = { default: defaultVersion, supported: [defaultVersion, other] };
  const files = ["mod", "gen/v1", `gen/${other}/v1`].flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.js`])
    .concat("bin/sample.js");

  test("accepts a tarball with everything", () => {
    expect(missingFromTarball(manifest, subpaths, { files, versions })).toEqual([]);
  });

  test.each([
    { name: "a module", lost: ["dist/gen/v1.js"], want: ['"./v1"'] },
    { name: "the types of a module", lost: ["dist/mod.d.ts"], want: ['"."'] },
    { name: "a command", lost: ["bin/sample.js"], want: ["the command sample"] },
    {
      name: "a Kubernetes version",
      lost: [`dist/gen/${other}/v1.d.ts`, `dist/gen/${other}/v1.js`],
      want: [`"./${other}/v1"`, `Kubernetes ${other}`],
    },
  ])("names $name that is not in the tarball", ({ lost, want }) => {
    const left = files.filter((file) => !lost.includes(file));
    expect(missingFromTarball(manifest, subpaths, { files: left, versions })).toEqual(want);
  });

  test("names a subpath that package.json does not have", () => {
    const { exports: { ".": front }, ...rest } = manifest;
    expect(missingFromTarball({ ...rest, exports: { ".": front } }, [".", "./v1"], { files, versions })).toEqual([
      '"./v1"',
    ]);
  });

  test("requires no Kubernetes version where nothing is generated", () => {
    const { scripts: _, ...written } = manifest;
    const fewer = { files: files.filter((file) => !file.includes(other)), versions };
    expect(missingFromTarball(written, [".", "./v1"], fewer)).toEqual([]);
  });
});

describe("the prepack script", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kubeschema-prepack-"));
    write("package.json", {
      name: "@kubeschema/sample",
      version: "0.0.0",
      files: ["dist"],
      exports: { "./*": "./dist/*.js" },
      scripts: { prepack: "kubeschema-repo check-tarball" },
    });
    write("deno.json", { exports: { "./here": "./src/here.ts", "./gone": "./src/gone.ts" } });
    write("dist/here.js", {});
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(file: string, value: object): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(value));
  }

  function pack(): { readonly status: number | null; readonly stderr: string } {
    const searchPath = `${join(repositoryRoot, "node_modules/.bin")}${delimiter}${process.env.PATH}`;
    return spawnSync("npm", ["pack", "--dry-run"], {
      cwd: folder,
      env: { HOME: folder, npm_config_cache: join(folder, "cache"), PATH: searchPath },
      encoding: "utf8",
    });
  }

  test("lets npm pack what is complete, and nothing else", () => {
    const { status, stderr } = pack();
    expect(stderr).toContain(
      'kubeschema-repo: Cannot pack @kubeschema/sample: the tarball lacks "./gone". Try: npm run build',
    );
    expect(status).not.toBe(0);
    write("dist/gone.js", {});
    expect(pack()).toMatchObject({ status: 0 });
  });

  test.each(listPackages().filter(({ manifest }) => manifest.private !== true))(
    "is that of $name",
    ({ manifest }) => expect(manifest.scripts?.prepack).toBe("kubeschema-repo check-tarball"),
  );
});
