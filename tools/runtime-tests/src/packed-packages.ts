import { existsSync, globSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "./run-command.ts";

/** The repository's root folder. */
export const repositoryRoot: string = fileURLToPath(new URL("../../..", import.meta.url));

/** One package that users install. */
export interface PublicPackage {
  readonly name: string;
  readonly folder: string;
  readonly bins: readonly string[];
  readonly dependencies: readonly string[];
  /**
   * Subpaths that users import: `@kubeschema/types/v1.33/apps/v1`. Those of versions that this build lacks are left
   * out.
   */
  readonly specifiers: readonly string[];
  /** Whether the build had every Kubernetes version that the package is published with. */
  readonly isComplete: boolean;
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** All packages that users install, by name. */
export function publicPackages(): readonly PublicPackage[] {
  const folders = globSync("packages/*/package.json", { cwd: repositoryRoot }).sort().map((file) =>
    dirname(join(repositoryRoot, file))
  );
  return folders.filter((folder) => readManifest(folder).private !== true).map((folder) => {
    const { name, bin = {}, dependencies = {} } = readManifest(folder);
    const all = subpaths(folder);
    const built = all.filter(([, source]) => existsSync(join(folder, source)));
    return {
      name,
      folder,
      bins: Object.keys(bin),
      dependencies: Object.keys(dependencies),
      specifiers: built.map(([subpath]) => name + subpath.slice(1)),
      isComplete: built.length === all.length,
    };
  });
}

/**
 * Packs folders as `npm publish` would, in one go.
 *
 * @returns The path of each tarball, in the order of the folders.
 */
export async function packFolders(folders: readonly string[], destination: string): Promise<readonly string[]> {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", destination, ...folders];
  const { code, stdout, stderr } = await runCommand("npm", args, { cwd: repositoryRoot, env: npmEnv(destination) });
  if (code !== 0) throw new Error(`Cannot pack ${folders.join(", ")}: ${stderr}`);
  const packed: readonly { name: string; filename: string }[] = Object.values(JSON.parse(stdout));
  const byName = new Map(packed.map(({ name, filename }) => [name, filename]));
  return folders.map((folder) => join(destination, byName.get(readManifest(folder).name) ?? ""));
}

/** Lists the folders of all third-party packages that ours need at run time, as the repository has them installed. */
export function foreignDependencies(packages: readonly PublicPackage[]): readonly string[] {
  const ours = new Set(packages.map(({ name }) => name));
  const found = new Set<string>();
  const visit = (names: readonly string[], from: string): void => {
    for (const name of names.filter((candidate) => !ours.has(candidate))) {
      const folder = resolveFolder(name, from);
      if (found.has(folder)) continue;
      found.add(folder);
      visit(Object.keys(readManifest(folder).dependencies ?? {}), folder);
    }
  };
  for (const { dependencies, folder } of packages) visit(dependencies, folder);
  return [...found];
}

/** Makes an environment in which npm finds neither the user's settings nor the user's cache. */
export function npmEnv(home: string): Readonly<Record<string, string>> {
  return { HOME: home, npm_config_cache: join(home, "cache") };
}

/** Lists the files of an installed package, relative to it. */
export async function installedFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) =>
    join(entry.parentPath, entry.name).slice(folder.length + 1)
  );
}

/** Lists subpaths with their sources: `deno.json` lists each by name, where `package.json` has a pattern. */
function subpaths(folder: string): readonly (readonly [subpath: string, source: string])[] {
  const { exports }: { exports: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(folder, "deno.json"), "utf8"),
  );
  return Object.entries(exports);
}

function resolveFolder(name: string, from: string): string {
  for (let folder = from;; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
    if (folder === dirname(folder)) throw new Error(`Cannot find "${name}", which "${basename(from)}" depends on`);
  }
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
