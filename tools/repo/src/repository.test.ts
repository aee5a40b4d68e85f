import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { denoConfig, denoConfigPath } from "./deno-config.ts";
import { listPackages, repositoryRoot } from "./package-folder.ts";
import { readPinnedVersions } from "./pinned-versions.ts";
import { fillVersions, releasedVersion, versionFiles } from "./version-texts.ts";

const topLevelEntries = [
  ".changeset",
  ".ci",
  ".github",
  ".gitignore",
  "LICENSE",
  "README.md",
  "biome.json",
  "deno.json",
  "package-lock.json",
  "package.json",
  "packages",
  "tools",
  "tsconfig.base.json",
  "tsup.config.ts",
  "turbo.json",
  "vitest.config.ts",
];

describe("the repository", () => {
  const tracked = execFileSync("git", ["ls-files"], { cwd: repositoryRoot, encoding: "utf8" }).trim().split("\n");

  test("has only the agreed entries at the top level", () => {
    expect([...new Set(tracked.map((path) => path.split("/")[0]))].sort()).toEqual(topLevelEntries);
  });

  test("has nothing left to fill in after npm run new", () => {
    const args = ["grep", "--line-number", "--untracked", "FILL IN:", "--", ".", ":!tools/repo/src", ":!.github"];
    const { status, stdout } = spawnSync("git", args, { cwd: repositoryRoot, encoding: "utf8" });
    expect({ status, found: stdout.split("\n") }).toEqual({ status: 1, found: [""] });
  });

  test("names constants in camel case, everywhere alike", () => {
    const args = ["grep", "--line-number", "-E", "^ *(export )?const [A-Z][A-Z0-9_]*( |:)", "--", "*.ts", "*.mjs"];
    const { status, stdout } = spawnSync("git", args, { cwd: repositoryRoot, encoding: "utf8" });
    expect({ status, found: stdout.split("\n") }).toEqual({ status: 1, found: [""] });
  });

  test("tracks nothing that is generated or built", () => {
    expect(tracked.filter((path) => /(^|\/)(src\/gen|dist|node_modules|\.turbo)\//.test(path))).toEqual([]);
  });

  test("versions all public packages together", () => {
    const config = JSON.parse(readFileSync(`${repositoryRoot}/.changeset/config.json`, "utf8"));
    expect(config.fixed).toEqual([["@kubeschema/*"]]);
    expect(new Set(listPackages().map(({ manifest }) => manifest.version)).size).toBe(1);
  });

  test.each(versionFiles())("%s names the versions that are pinned and released (npm run sync)", (file) => {
    const text = readFileSync(`${repositoryRoot}/${file}`, "utf8");
    expect(text).toBe(fillVersions(text, readPinnedVersions(), releasedVersion()));
  });

  for (const folder of listPackages()) {
    test(`packages/${folder.name}/deno.json follows from package.json (npm run sync)`, () => {
      expect(JSON.parse(readFileSync(denoConfigPath(folder), "utf8"))).toEqual(denoConfig(folder));
    });
  }
});
