import { globSync } from "node:fs";
import { ROOT } from "./package-folder.ts";
import type { PinnedVersions } from "./pinned-versions.ts";

const MARK = /(<!-- kubernetes:(default|supported|earlier) -->)[\s\S]*?(<!-- \/kubernetes -->)/g;
const CONSTANT = /(const newestKubernetes = ")v1\.\d+(";)/g;

/** Files that name Kubernetes versions which follow from what is pinned, relative to the root. */
export function versionFiles(): readonly string[] {
  return globSync("packages/{*/README.md,*/src/cli/newest-kubernetes.ts}", { cwd: ROOT }).sort();
}

/**
 * Fills in the pinned versions: between `<!-- kubernetes:default -->`, `supported` or `earlier` and
 * `<!-- /kubernetes -->` in Markdown, and in the constant `newestKubernetes` in code.
 */
export function fillVersions(text: string, versions: PinnedVersions): string {
  const lists: Readonly<Record<string, readonly string[]>> = {
    default: [versions.default],
    supported: versions.supported,
    earlier: versions.supported.filter((version) => version !== versions.default),
  };
  return text
    .replace(MARK, (_, open: string, name: string, close: string) => `${open}${enumerate(lists[name] ?? [])}${close}`)
    .replace(CONSTANT, (_, before: string, after: string) => `${before}${versions.default}${after}`);
}

function enumerate(versions: readonly string[]): string {
  const last = versions.at(-1) ?? "";
  return versions.length < 2 ? last : `${versions.slice(0, -1).join(", ")} and ${last}`;
}
