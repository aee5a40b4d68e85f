import { parseKubernetesVersion } from "@kubeschema/command-kit";
import { accessSync, constants, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { compareVersions, serverVersions } from "./server-versions.ts";

/** Environment variables by name, as `process.env` has them. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The programs that a folder must have to serve an API. */
export const requiredPrograms = ["etcd", "kube-apiserver"] as const;

/** The programs that it may have besides. The tests of the commands run kubectl; nothing runs a controller by itself. */
export const extraPrograms = ["kubectl", "kube-controller-manager"] as const;

/** One of those. */
export type ExtraProgram = typeof extraPrograms[number];

/** Any of them. */
export type Program = typeof requiredPrograms[number] | ExtraProgram;

/**
 * Finds a folder with etcd and kube-apiserver. It only reads the disk.
 *
 * Where a version is asked for, by the argument or by `KUBESCHEMA_APISERVER_VERSION`, it is the folder in which
 * `kubeschema-apiserver install` built or downloaded that version; otherwise it is `KUBEBUILDER_ASSETS`, then the old
 * server, then the newest of those that were built, then the newest of those that were downloaded.
 *
 * @param version `1.37`, `v1.37` or `1.37.2`, which all stand for the patch release that is pinned.
 * @returns The folder, or `undefined` if there is none.
 * @throws {RangeError} If that is not a version.
 * @throws {Error} If `KUBEBUILDER_ASSETS` is set but lacks one of them: a wrong setting must not look like "none here".
 */
export function findBinaries(env: Env, version?: string): string | undefined {
  const release = releaseAskedFor(env, version);
  const named = release === undefined ? env.KUBEBUILDER_ASSETS : undefined;
  if (named) {
    const missing = missingPrograms(named, requiredPrograms);
    if (missing.length === 0) return named;
    throw new Error(
      `Cannot use KUBEBUILDER_ASSETS="${named}": no executable ${missing.join(" and ")} in it. ` +
        "Try: unset it, or name a folder with both",
    );
  }
  return installedFolders(env, release)[0];
}

/**
 * The release that is asked for, as `v1.37`, or `undefined` if any will do.
 *
 * @throws {RangeError} If what is asked for is not a version.
 */
export function releaseAskedFor(env: Env, version?: string): string | undefined {
  const text = version ?? env.KUBESCHEMA_APISERVER_VERSION;
  if (text === undefined || text === "") return undefined;
  const release = parseKubernetesVersion(text);
  if (release !== undefined) return release;
  const source = version === undefined ? "KUBESCHEMA_APISERVER_VERSION" : "the version of the API server";
  throw new RangeError(`Cannot use "${text}" as ${source}: expected a release such as 1.37`);
}

/** The folders that have a server, of one release or of all, in the order in which they are preferred. */
export function installedFolders(env: Env, release?: string): readonly string[] {
  const built = serverVersions.filter((each) => release === undefined || each.release === release)
    // What is built from Debian's sources is the old server, which tests without a version were written for.
    .toSorted((a, b) => Number(b.recipe.type === "debian") - Number(a.recipe.type === "debian"))
    .map(({ version }) => builtFolder(env, version));
  const folders = [...built, ...downloadedFolders(env, release)];
  return folders.filter((folder) => missingPrograms(folder, requiredPrograms).length === 0);
}

/** Folder of the binaries that were built of a version, such as `1.37.2`. */
export function builtFolder(env: Env, version: string): string {
  return join(cacheFolder(env), `apiserver-${version}`);
}

/** Folder that envtest-js downloads into; it adds `k8s/<version>-<os>-<arch>`. */
export function downloadFolder(env: Env): string {
  return join(cacheFolder(env), "envtest");
}

/** The programs of these that a folder lacks. */
export function missingPrograms<Name extends string>(folder: string, programs: readonly Name[]): readonly Name[] {
  return programs.filter((name) => !isExecutable(join(folder, name)));
}

/** Writes one line for people without a server. */
export function howToGetServer(env: Env, version?: string): string {
  const release = releaseAskedFor(env, version)?.slice(1);
  const flag = release === undefined ? "" : ` --version ${release}`;
  const what = release === undefined ? "etcd and kube-apiserver" : `etcd and kube-apiserver ${release}`;
  return `no ${what} in ${cacheFolder(env)}. Try: npx kubeschema-apiserver install${flag}`;
}

function cacheFolder(env: Env): string {
  // The XDG specification says that a relative path must be ignored.
  const xdg = env.XDG_CACHE_HOME;
  const base = xdg && isAbsolute(xdg) ? xdg : join(env.HOME || homedir(), ".cache");
  return join(base, "kubeschema");
}

/** The newest first. */
function downloadedFolders(env: Env, release: string | undefined): readonly string[] {
  const parent = join(downloadFolder(env), "k8s");
  try {
    return readdirSync(parent)
      .filter((name) => release === undefined || name.startsWith(`${release}.`))
      .sort((a, b) => compareVersions(b, a))
      .map((name) => join(parent, name));
  } catch {
    return []; // nothing downloaded yet
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
