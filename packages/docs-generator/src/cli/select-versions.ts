import { CommandError, parseKubernetesVersion } from "@kubeschema/command-kit";
import type { SchemaStore } from "./schema-store.ts";

/**
 * Lists the selected versions, oldest first.
 *
 * @param asked Releases, also without `v` and with a patch; `recent`; `all`; nothing means the newest.
 * @throws {CommandError} If there is no such version.
 */
export function selectVersions(store: SchemaStore, asked: readonly string[]): readonly string[] {
  if (asked.length === 0) return [store.defaultVersion];
  const wanted = new Set(asked.flatMap((version) => {
    if (version === "all") return store.versions;
    return version === "recent" ? recentVersions(store) : [selectVersion(store, version)];
  }));
  return store.versions.filter((version) => wanted.has(version)).reverse();
}

/**
 * Names the selected version; by default the newest.
 *
 * @throws {CommandError} If there is no such version.
 */
export function selectVersion({ versions, defaultVersion }: SchemaStore, asked: string | undefined): string {
  if (asked === undefined) return defaultVersion;
  const release = parseKubernetesVersion(asked);
  if (release !== undefined && versions.includes(release)) return release;
  throw new CommandError(`Cannot read Kubernetes "${asked}": there are ${versions.join(", ")}`);
}

/**
 * Lists the newest versions up to the first gap of more than one release: "changed in v1.14 to v1.28" would tell a
 * reader nothing, and kinds that were removed earlier are useful to few.
 */
function recentVersions({ versions }: SchemaStore): readonly string[] {
  const minors = versions.map((version) => Number(/\.(\d+)/.exec(version)?.[1]));
  const gap = minors.findIndex((minor, index) => index > 0 && !((minors[index - 1] ?? 0) - minor <= 2));
  return versions.slice(0, gap === -1 ? versions.length : gap);
}
