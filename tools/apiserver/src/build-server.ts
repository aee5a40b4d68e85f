import { andList, CommandError } from "@kubeschema/command-kit";
import { copyFile, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtFolder, type Env, missingPrograms, type Program } from "./find-binaries.ts";
import { runBuild } from "./run-build.ts";
import { etcdVersion, serverVersions } from "./server-versions.ts";

/** Settings of a build. */
export interface BuildServerOptions {
  readonly env: Env;
  /** Receives progress, one line at a time. */
  readonly log: (line: string) => void;
  /** Ends the build. */
  readonly signal?: AbortSignal;
}

/**
 * Builds programs of a version, such as `1.37.2`, with the Go that is on the machine.
 *
 * @returns The folder.
 * @throws {Error} If that fails. The cache remains unchanged.
 */
export async function buildFromGo(
  version: string,
  wanted: readonly Program[],
  options: BuildServerOptions,
): Promise<string> {
  const { env, log, signal } = options;
  const folder = builtFolder(env, version);
  const missing = missingPrograms(folder, wanted);
  const [ofKubernetes, needsEtcd] = [missing.filter((name) => name !== "etcd"), missing.includes("etcd")];
  log(`building ${andList(missing)} of Kubernetes ${version} from Go modules: about 4 minutes on 2 cores, once`);
  const script = fileURLToPath(new URL("../build-from-go-modules.sh", import.meta.url));
  await build(folder, missing, async (built, scratch) => {
    const settings = { env: { ...env, TMPDIR: scratch }, log, signal };
    if (needsEtcd && !(await copyEtcd(env, built))) {
      await runBuild([script, etcdVersion, built, "etcd"], { ...settings, what: `etcd ${etcdVersion}` });
    }
    if (ofKubernetes.length > 0) {
      const what = `${andList(ofKubernetes)} ${version}`;
      await runBuild([script, version, built, ...ofKubernetes], { ...settings, what });
    }
  });
  return folder;
}

/** Builds the server that Debian 12 has the source package of, in the same way. */
export async function buildFromDebian(
  version: string,
  wanted: readonly Program[],
  { env, log, signal }: BuildServerOptions,
): Promise<string> {
  const folder = builtFolder(env, version);
  const all = ["etcd", "kube-apiserver", "kubectl"] as const;
  const without = wanted.filter((name) => !all.some((each) => each === name));
  if (without.length > 0) {
    throw new CommandError(`Cannot build ${andList(without)} ${version} from Debian's source package`, {
      hint: "a version that is built from Go modules",
    });
  }
  const what = `kube-apiserver ${version}`;
  log(`building ${what} from Debian's source package: about 4 minutes on 2 cores, once`);
  const script = fileURLToPath(new URL("../build-from-debian.sh", import.meta.url));
  await build(folder, all, async (built, scratch) => {
    await runBuild([script, built], { what, env: { ...env, TMPDIR: scratch }, log, signal });
  });
  return folder;
}

/** Every server that is built from Go modules has the same etcd: it is compiled once. */
async function copyEtcd(env: Env, built: string): Promise<boolean> {
  const other = serverVersions.filter(({ recipe }) => recipe.type === "go").map(({ version }) =>
    builtFolder(env, version)
  )
    .find((folder) => missingPrograms(folder, ["etcd"]).length === 0);
  if (other === undefined) return false;
  await copyFile(join(other, "etcd"), join(built, "etcd"));
  return true;
}

/** Runs a build in a folder of its own, and puts the programs into place when all of them are there. */
async function build(
  folder: string,
  programs: readonly Program[],
  fill: (built: string, scratch: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  // Next to the final folder, so that the renames below stay on one file system and are atomic. Everything that the
  // build writes is in here, so that one removal is enough, at whatever moment it ends.
  const unfinished = await mkdtemp(`${folder}.unfinished-`);
  try {
    const [built, scratch] = [join(unfinished, "built"), join(unfinished, "scratch")];
    await Promise.all([mkdir(built), mkdir(scratch)]);
    await fill(built, scratch);
    const missing = missingPrograms(built, programs);
    if (missing.length > 0) {
      throw new Error(`Cannot build ${andList(programs)}: the script left no ${andList(missing)}`);
    }
    await moveIntoPlace(built, folder, programs);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function moveIntoPlace(built: string, folder: string, programs: readonly Program[]): Promise<void> {
  try {
    await rename(built, folder);
  } catch (cause) {
    // The folder exists: programs are added to it. If another process was first, its result is as good as ours.
    for (const name of missingPrograms(folder, programs)) await rename(join(built, name), join(folder, name));
    if (missingPrograms(folder, programs).length > 0) throw cause;
  }
}
