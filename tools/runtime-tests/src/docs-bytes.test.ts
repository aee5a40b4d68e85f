import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repositoryRoot } from "./packed-packages.ts";
import { runCommand } from "./run-command.ts";
import { shippedVersions } from "./shipped-versions.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "docs-bytes-"));
});
afterAll(() => rm(folder, { recursive: true }));

const docsBin = join(repositoryRoot, "packages/docs-generator/src/bin.ts");
const docsArgs = [
  "build",
  "--kinds",
  "ingress,pod,service,horizontalpodautoscaler",
  "--versions",
  shippedVersions().slice(0, 2).join(","),
  "--out",
];

test("kubeschema-docs writes the same bytes on Node and on Deno", async () => {
  const node = await runCommand(process.execPath, [
    "--conditions=@kubeschema/source",
    docsBin,
    ...docsArgs,
    join(folder, "node"),
  ]);
  expect(node).toMatchObject({ code: 0, stderr: expect.stringContaining("kinds") });
  const deno = await runCommand(join(repositoryRoot, "node_modules/.bin/deno"), [
    ...["run", "-A", "--conditions=@kubeschema/source", docsBin, ...docsArgs, join(folder, "deno")],
  ], { cwd: repositoryRoot, env: { HOME: folder, NO_COLOR: "1" } });
  expect(deno.code, deno.stderr).toBe(0);
  const [first, second] = [await hashes(join(folder, "node")), await hashes(join(folder, "deno"))];
  expect(first.length).toBeGreaterThan(20);
  expect(second).toEqual(first);
});

async function hashes(site: string): Promise<readonly string[]> {
  const entries = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const lines = await Promise.all(entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return `${path.slice(site.length + 1)} ${createHash("sha256").update(await readFile(path)).digest("hex")}`;
  }));
  return lines.sort();
}
