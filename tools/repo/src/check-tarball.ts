import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { PackageManifest } from "./package-folder.ts";
import { type PinnedVersions, readPinnedVersions } from "./pinned-versions.ts";
import { publishedExports } from "./published-exports.ts";

/**
 * Compares what npm would pack from a folder with what the package promises: every subpath of its `deno.json`, every
 * command, and, if it is generated from schemas, every pinned Kubernetes version. Otherwise an incomplete build would
 * be published as if nothing were missing.
 *
 * @returns The fault in one sentence; `undefined` if there is none.
 */
export function checkTarball(folder: string): string | undefined {
  const manifest: PackageManifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { exports }: { readonly exports: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(folder, "deno.json"), "utf8"),
  );
  const missing = missingFromTarball(manifest, Object.keys(exports), {
    files: listPackedFiles(folder),
    versions: readPinnedVersions(),
  });
  if (missing.length === 0) return undefined;
  const shown = missing.slice(0, 5).join(", ");
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : "";
  return `Cannot pack ${manifest.name}: the tarball lacks ${shown}${more}. ` +
    "Try: npm run build, with KUBESCHEMA_SPECS set to a folder with the OpenAPI documents where their URLs cannot be reached";
}

/** Lists what a package promises and a tarball lacks: subpaths, commands and Kubernetes versions, in that order. */
export function missingFromTarball(
  manifest: PackageManifest,
  subpaths: readonly string[],
  { files, versions }: { readonly files: readonly string[]; readonly versions: PinnedVersions },
): readonly string[] {
  const packed = new Set(files);
  const isLost = (targets: readonly string[]): boolean => !targets.every((file) => packed.has(file));
  const lostExports = publishedExports(manifest, subpaths)
    .filter((each) => each.files.length === 0 || isLost(each.files))
    .map(({ subpath }) => `"${subpath}"`);
  const lostCommands = Object.entries(manifest.bin ?? {})
    .filter(([, file]) => isLost([file.replace(/^\.\//, "")]))
    .map(([name]) => `the command ${name}`);
  // The default version is what is not in the folder of a version.
  const isGenerated = manifest.scripts?.generate !== undefined;
  const lostVersions = versions.supported
    .filter((version) => isGenerated && version !== versions.default)
    .filter((version) => !files.some((file) => file.includes(`/${version}/`) || file.includes(`/${version}.`)))
    .map((version) => `Kubernetes ${version}`);
  return [...lostExports, ...lostCommands, ...lostVersions];
}

/** Lists the files that npm would pack, relative to the folder; nothing is written, and no script runs. */
function listPackedFiles(folder: string): readonly string[] {
  const stdout = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: folder,
    encoding: "utf8",
    // The npm that runs this script may itself have been told which workspaces to use.
    env: { ...process.env, npm_config_workspace: "", npm_config_workspaces: "" },
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const packed: readonly { readonly files: readonly { readonly path: string }[] }[] = Object.values(JSON.parse(stdout));
  return packed.flatMap(({ files }) => files.map(({ path }) => path));
}
