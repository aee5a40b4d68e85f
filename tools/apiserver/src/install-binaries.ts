import { andList, CommandError } from "@kubeschema/command-kit";
import { readFile } from "node:fs/promises";
import { buildFromDebian, buildFromGo } from "./build-server.ts";
import { downloadBinaries } from "./download-binaries.ts";
import {
  type Env,
  type ExtraProgram,
  findBinaries,
  installedFolders,
  missingPrograms,
  type Program,
  releaseAskedFor,
  requiredPrograms,
} from "./find-binaries.ts";
import { goVersion } from "./go-version.ts";
import { isAtLeast, oldRelease, type ServerVersion, serverVersions } from "./server-versions.ts";

/** Settings of {@linkcode installBinaries}. */
export interface InstallOptions {
  readonly env: Env;
  /** Receives progress, one line at a time. */
  readonly log: (line: string) => void;
  /** `1.37`, `v1.37` or `1.37.2`; by default that of the environment, else any on this machine, else the usual one. */
  readonly version?: string | undefined;
  /** What the folder is to have besides etcd and kube-apiserver. */
  readonly extras?: readonly ExtraProgram[];
  /** Reads the description of the operating system; `/etc/os-release` by default. */
  readonly osReleaseFile?: string;
  /** Ends a build, which then fails and cleans up. */
  readonly signal?: AbortSignal;
}

/**
 * Finds the API server's binaries of a version, and gets what is missing of them: built from Go modules or from Debian's
 * source package, about four minutes, else downloaded from the official releases.
 *
 * @returns The folder.
 * @throws {Error} If they can be neither built nor downloaded. The cache remains unchanged.
 */
export async function installBinaries(options: InstallOptions): Promise<string> {
  const { env, version, extras = [] } = options;
  const wanted: readonly Program[] = [...requiredPrograms, ...extras];
  const isDebian = await isDebian12(options.osReleaseFile);
  const asked = releaseAskedFor(env, version);
  if (asked === undefined && (env.KUBEBUILDER_ASSETS || !isDebian)) {
    const found = findBinaries(env);
    if (found !== undefined && missingPrograms(found, wanted).length === 0) return found;
    if (env.KUBEBUILDER_ASSETS) throw lacks(found ?? "", wanted, "name a folder that has them");
  }
  const release = asked ?? (isDebian ? oldRelease : serverVersions[0]?.release ?? oldRelease);
  const found = installedFolders(env, release).find((folder) => missingPrograms(folder, wanted).length === 0);
  return found ?? await get(release, wanted, isDebian, options);
}

async function get(
  release: string,
  wanted: readonly Program[],
  isDebian: boolean,
  options: InstallOptions,
): Promise<string> {
  const { env, log } = options;
  const known = serverVersions.find((each) => each.release === release);
  if (known?.recipe.type === "debian" && isDebian) return await buildFromDebian(known.version, wanted, options);
  if (known?.recipe.type === "go") {
    const go = await goVersion(env);
    if (go !== undefined && isAtLeast(go, known.recipe.minGo)) return await buildFromGo(known.version, wanted, options);
    log(`${go === undefined ? "there is no Go" : `Go ${go} is too old`} to build kube-apiserver ${known.version}`);
  }
  const folder = await downloadBinaries(release.slice(1), { env, log, hint: insteadOf(release, known) });
  if (missingPrograms(folder, wanted).length > 0) throw lacks(folder, wanted, insteadOf(release, known));
  return folder;
}

/** What helps where a release can be neither built nor downloaded. */
function insteadOf(release: string, known: ServerVersion | undefined): string {
  if (known?.recipe.type === "go") return `install Go ${known.recipe.minGo} or newer, which builds it`;
  const others = serverVersions.filter((each) => each.recipe.type === "go").map((each) => each.release.slice(1));
  const where = release === oldRelease ? "Debian 12, where it is built, or " : "";
  return `${where}one of the releases that are built with Go: --version ${others.join(", ")}`;
}

function lacks(folder: string, wanted: readonly Program[], hint: string): CommandError {
  const missing = andList(missingPrograms(folder, wanted));
  return new CommandError(`Cannot use "${folder}": no executable ${missing} in it`, { hint });
}

async function isDebian12(osReleaseFile = "/etc/os-release"): Promise<boolean> {
  const text = await readFile(osReleaseFile, "utf8").catch(() => "");
  return /^ID="?debian"?$/m.test(text) && /^VERSION_ID="?12"?$/m.test(text);
}
