import { globSync } from "node:fs";
import { listPackages, repositoryRoot } from "./package-folder.ts";
import type { PinnedVersions } from "./pinned-versions.ts";

const markPattern = /(<!-- kubernetes:(default|supported|earlier) -->)[\s\S]*?(<!-- \/kubernetes -->)/g;
const packagePattern = /(@kubeschema\/[\w-]+@)\d+\.\d+\.\d+[\w.-]*/g;
const constantPattern = /(const newestKubernetes = ")v1\.\d+(";)/g;

/** Files that name versions which follow from what is pinned and released, relative to the root. */
export function versionFiles(): readonly string[] {
  return globSync("packages/*/{README.md,src/cli/newest-kubernetes.ts,deploy/*/*.yaml}", { cwd: repositoryRoot })
    .sort();
}

/**
 * Fills in the pinned Kubernetes versions, and after `@kubeschema/name@` the version of our packages.
 *
 * The former are between `<!-- kubernetes:default -->`, `supported` or `earlier` and
 * `<!-- /kubernetes -->` in Markdown, and in the constant `newestKubernetes` in code.
 *
 * @param released Such as `0.3.0`.
 */
export function fillVersions(text: string, versions: PinnedVersions, released: string): string {
  const lists: Readonly<Record<string, readonly string[]>> = {
    default: [versions.default],
    supported: versions.supported,
    earlier: versions.supported.filter((version) => version !== versions.default),
  };
  return text
    .replace(
      markPattern,
      (_, open: string, name: string, close: string) => `${open}${enumerate(lists[name] ?? [])}${close}`,
    )
    .replace(packagePattern, `$1${released}`)
    .replace(constantPattern, (_, before: string, after: string) => `${before}${versions.default}${after}`);
}

/** The version of our packages, which are released together. */
export function releasedVersion(): string {
  return listPackages()[0]?.manifest.version ?? "";
}

function enumerate(versions: readonly string[]): string {
  const last = versions.at(-1) ?? "";
  return versions.length < 2 ? last : `${versions.slice(0, -1).join(", ")} and ${last}`;
}
