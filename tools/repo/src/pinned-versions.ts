import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./package-folder.ts";

/** The Kubernetes versions that the packages hold. */
export interface PinnedVersions {
  readonly default: string;
  /** Newest first, the default included; those for pages only are not. */
  readonly supported: readonly string[];
}

/** Reads what tools/generate pins. */
export function readPinnedVersions(): PinnedVersions {
  const pins: {
    readonly default: string;
    readonly versions: Readonly<Record<string, { readonly isForPagesOnly?: boolean }>>;
  } = JSON.parse(readFileSync(join(ROOT, "tools/generate/inputs.json"), "utf8"));
  const supported = Object.keys(pins.versions).filter((version) => pins.versions[version]?.isForPagesOnly !== true);
  return { default: pins.default, supported };
}
