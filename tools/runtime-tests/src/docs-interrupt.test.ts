import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repositoryRoot } from "./packed-packages.ts";
import { runCommand } from "./run-command.ts";

const docsBin = ["--conditions=@kubeschema/source", join(repositoryRoot, "packages/docs-generator/src/bin.ts")];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "docs-interrupt-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([["SIGINT", 130], ["SIGTERM", 143]] as const)(
  "an old site remains unchanged when %s ends a build in the middle",
  async (signal, want) => {
    const out = join(folder, signal);
    const { before, code, stderr } = await interruptBuild(out, signal);
    expect({ code, stderr }).toEqual({
      code: want,
      stderr: `kubeschema-docs: Interrupted by ${signal} before it was done\n`,
    });
    expect(await contents(out)).toEqual(before);
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/^\./));
  },
);

interface Interrupted {
  /** The old site. */
  readonly before: readonly (readonly [string, string])[];
  readonly code: number | null;
  readonly stderr: string;
}

/** Sends a signal as soon as a new site has files. On a busy machine it may be complete by then: try again. */
async function interruptBuild(out: string, signal: NodeJS.Signals): Promise<Interrupted> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const first = await runCommand(process.execPath, [...docsBin, "build", "--kinds", "ingress", "--out", out]);
    expect(first.code, first.stderr).toBe(0);
    const before = await contents(out);

    const child = spawn(process.execPath, [...docsBin, "build", "--versions", "all", "--out", out], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text: string) => stderr += text);
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    // A temporary folder with files in it shows that the new site is being written.
    while (child.exitCode === null && await countNewFiles(out) === 0) await sleep(2);
    child.kill(signal);
    const code = await ended;
    if (code !== 0) return { before, code, stderr };
  }
  throw new Error("Cannot interrupt a build: each was done before the signal came");
}

async function countNewFiles(out: string): Promise<number> {
  const name = (await readdir(folder)).find((each) => each.startsWith(`.${out.slice(folder.length + 1)}-`));
  // If it no longer exists, it has been moved into place meanwhile.
  return name === undefined ? 0 : (await readdir(join(folder, name)).catch(() => [])).length;
}

async function contents(site: string): Promise<readonly (readonly [string, string])[]> {
  const entries = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")] as const));
}
