import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./package-folder.ts";

/** The Kubernetes versions in the packages. */
export interface PinnedVersions {
  readonly default: string;
  /** Newest first, including the default; those for pages only are left out. */
  readonly supported: readonly string[];
}

/** Reads the versions that tools/generate pins. */
export function readPinnedVersions(): PinnedVersions {
  const pins: {
    readonly default: string;
    readonly versions: Readonly<Record<string, { readonly isForPagesOnly?: boolean }>>;
  } = JSON.parse(readFileSync(join(repositoryRoot, "tools/generate/inputs.json"), "utf8"));
  const supported = Object.keys(pins.versions).filter((version) => pins.versions[version]?.isForPagesOnly !== true);
  return { default: pins.default, supported };
}
