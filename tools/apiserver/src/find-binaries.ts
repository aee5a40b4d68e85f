import { accessSync, constants, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Environment variables by name, as `process.env` has them. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The programs that a folder must have to serve an API. kubectl is included if it exists, but nothing here runs it. */
const required = ["etcd", "kube-apiserver"] as const;

/**
 * Finds a folder with etcd and kube-apiserver: `KUBEBUILDER_ASSETS`, then what `kubeschema-apiserver install` built or
 * downloaded. It only reads the disk.
 *
 * @returns The folder, or `undefined` if there is none.
 * @throws {Error} If `KUBEBUILDER_ASSETS` is set but lacks one of them: a wrong setting must not look like "none here".
 */
export function findBinaries(env: Env): string | undefined {
  const named = env.KUBEBUILDER_ASSETS;
  if (named) {
    const missing = missingBinaries(named);
    if (missing.length === 0) return named;
    throw new Error(
      `Cannot use KUBEBUILDER_ASSETS="${named}": no executable ${missing.join(" and ")} in it. ` +
        "Try: unset it, or name a folder with both",
    );
  }
  return [builtFolder(env), ...downloadedFolders(env)].find((folder) => missingBinaries(folder).length === 0);
}

/** Folder of the binaries that were built from Debian's source package. */
export function builtFolder(env: Env): string {
  return join(cacheFolder(env), "apiserver-1.20.2");
}

/** Folder that envtest-js downloads into; it adds `k8s/<version>-<os>-<arch>`. */
export function downloadFolder(env: Env): string {
  return join(cacheFolder(env), "envtest");
}

/** Names of the required programs that a folder lacks. */
export function missingBinaries(folder: string): readonly string[] {
  return required.filter((name) => !isExecutable(join(folder, name)));
}

/** Writes one line for people without a server. */
export function howToGetServer(env: Env): string {
  return `no etcd and kube-apiserver in ${cacheFolder(env)}. Try: npx kubeschema-apiserver install`;
}

function cacheFolder(env: Env): string {
  // The XDG specification says that a relative path must be ignored.
  const xdg = env.XDG_CACHE_HOME;
  const base = xdg && isAbsolute(xdg) ? xdg : join(env.HOME || homedir(), ".cache");
  return join(base, "kubeschema");
}

function downloadedFolders(env: Env): readonly string[] {
  const parent = join(downloadFolder(env), "k8s");
  try {
    return readdirSync(parent).sort().reverse().map((name) => join(parent, name));
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
