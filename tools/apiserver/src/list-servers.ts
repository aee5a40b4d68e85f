import { basename } from "node:path";
import { type Env, extraPrograms, installedFolders, missingPrograms, requiredPrograms } from "./find-binaries.ts";
import { compareVersions } from "./server-versions.ts";

/** A server that is on this machine. */
export interface InstalledServer {
  /** Such as `1.37.2`. */
  readonly version: string;
  readonly folder: string;
  readonly programs: readonly string[];
}

/** Every server in the cache, the newest first. `KUBEBUILDER_ASSETS` is not one of them. */
export function listServers(env: Env): readonly InstalledServer[] {
  return installedFolders(env).map((folder) => ({
    // Both `apiserver-1.37.2` and `v1.36.0-linux-amd64` name it.
    version: /\d+\.\d+\.\d+/.exec(basename(folder))?.[0] ?? "",
    folder,
    programs: programsIn(folder),
  })).sort((a, b) => compareVersions(b.version, a.version));
}

function programsIn(folder: string): readonly string[] {
  const missing: readonly string[] = missingPrograms(folder, extraPrograms);
  return [...requiredPrograms, ...extraPrograms].filter((name) => !missing.includes(name));
}
