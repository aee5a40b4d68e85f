import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const repositoryRoot: string = fileURLToPath(new URL("../../../", import.meta.url));

/** The parts of a `package.json` that the repository's own checks use. */
export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly files?: readonly string[];
  /** Bundled into our commands, and not published. */
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, ExportTarget>>>>;
  readonly scripts?: Readonly<Record<string, string>>;
}

/** The target of one condition: a file, or files by further conditions. */
export type ExportTarget = string | Readonly<Record<string, string>>;

/** One published package: its folder's name and path, and its manifest. */
export interface PackageFolder {
  readonly name: string;
  readonly path: string;
  readonly manifest: PackageManifest;
}

/** All published packages, by name. */
export function listPackages(): readonly PackageFolder[] {
  return globSync("packages/*/package.json", { cwd: repositoryRoot }).sort().map((file) => {
    const path = join(repositoryRoot, file, "..");
    return { name: basename(path), path, manifest: JSON.parse(readFileSync(join(repositoryRoot, file), "utf8")) };
  });
}
