import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { checkTarball } from "./check-tarball.ts";
import { denoConfig, denoConfigPath } from "./deno-config.ts";
import { completeLock } from "./complete-lock.ts";
import { writeNew } from "./new/write-new.ts";
import { listPackages, repositoryRoot } from "./package-folder.ts";
import { readPinnedVersions } from "./pinned-versions.ts";
import { fillVersions, releasedVersion, versionFiles } from "./version-texts.ts";

/** The outside world, as `bin.ts` hands it in. */
export interface World {
  readonly args: readonly string[];
  /** The folder in which the command was called. */
  readonly cwd: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const help =
  `Usage: kubeschema-repo sync            # align every deno.json with its package.json, and complete package-lock.json
       kubeschema-repo check-tarball   # in a package: does the tarball contain all that deno.json lists?
       kubeschema-repo new WHAT NAME   # write the files of a new rule, kind or format: npm run new

sync also fills in the pinned Kubernetes versions and our own where a README, a command or a manifest names them. Run it
after "npm run generate", since the subpaths of generated modules are listed from src/gen, and after "npm install", since
a registry for one platform leaves the packages for others out of the lock.

check-tarball is the prepack script of every public package: a build that lacks a Kubernetes version is never published.
`;

/** Runs the command and returns its exit code: 0 done, 1 the tarball lacks something, 2 wrong usage. */
export function main({ args, cwd, stdout, stderr }: World): number {
  const [command] = args;
  if (command === "-h" || command === "--help") {
    stdout.write(help);
    return 0;
  }
  if (command === "new") return printNew(args.slice(1), { stdout, stderr });
  if (args.length > 1 || (command !== "sync" && command !== "check-tarball")) {
    stderr.write(`kubeschema-repo: Unknown command "${args.join(" ")}". Try: --help\n`);
    return 2;
  }
  if (command === "check-tarball") {
    const fault = checkTarball(cwd);
    if (fault !== undefined) stderr.write(`kubeschema-repo: ${fault}\n`);
    return fault === undefined ? 0 : 1;
  }
  sync(stdout);
  return 0;
}

function printNew(args: readonly string[], { stdout, stderr }: Pick<World, "stdout" | "stderr">): number {
  try {
    stdout.write(writeNew(args));
    return 0;
  } catch (error) {
    stderr.write(`kubeschema-repo: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

function sync(stdout: World["stdout"]): void {
  for (const folder of listPackages()) {
    writeJson(denoConfigPath(folder), denoConfig(folder), stdout);
  }
  const versions = readPinnedVersions();
  for (const file of versionFiles()) {
    const path = join(repositoryRoot, file);
    writeText(path, fillVersions(readFileSync(path, "utf8"), versions, releasedVersion()), stdout);
  }
  const lock = join(repositoryRoot, "package-lock.json");
  writeJson(lock, completeLock(JSON.parse(readFileSync(lock, "utf8"))), stdout);
}

function writeJson(path: string, value: object, stdout: World["stdout"]): void {
  writeText(path, `${JSON.stringify(value, null, 2)}\n`, stdout);
}

function writeText(path: string, text: string, stdout: World["stdout"]): void {
  if (text === readFileSync(path, "utf8")) return;
  writeFileSync(path, text);
  stdout.write(`Wrote ${relative(repositoryRoot, path)}\n`);
}
