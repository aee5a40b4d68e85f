import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageFolder } from "./package-folder.ts";
import { readPinnedVersions } from "./pinned-versions.ts";

/** The fields of a package's `deno.json`, which follow from its `package.json`. */
export interface DenoConfig {
  readonly name: string;
  readonly version: string;
  readonly license: string | undefined;
  readonly exports: Readonly<Record<string, string>>;
  readonly publish: { readonly exclude: readonly string[] } | false;
}

const testFiles = ["**/*.test.ts", "**/*.test-d.ts"];

/** A command imports private packages, which JSR would need; users install it from npm, where they are bundled. */
const commandFiles = ["src/bin.ts", "src/cli"];

/** Private on npm, where it is bundled; a package of its own on JSR, since libraries import parts of it. */
const onJsrAlone = "@kubeschema/command-kit";

/** `networking.k8s.io/v1`, `v1`, `v1.33/networking.k8s.io/v1` and `v1.33`: the generated modules that users import. */
const modulePattern = /^(?:v1\.\d+\/)?(?:(?!v1\.\d)[a-z0-9.-]+\/)?v\d+(?:(?:alpha|beta)\d+)?$|^v1\.\d+$/;
const versionPattern = /^\.\/(v1\.\d+)(?:\/|$)/;

/**
 * Derives `deno.json`: the same name and version, and the sources behind each subpath. JSR does not have patterns, so
 * `./*` is written out for the existing generated modules; those of a version that is not on this machine are kept.
 */
export function denoConfig(folder: PackageFolder): DenoConfig {
  const { path, manifest } = folder;
  const exports = Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) => {
    const condition = typeof target === "string" ? undefined : target["@kubeschema/source"];
    const source = typeof condition === "object" ? condition.default : condition;
    if (source === undefined) return [];
    return subpath.includes("*") ? [...expand(path, subpath, source), ...absent(folder)] : [[subpath, source] as const];
  });
  // JSR skips what git ignores; generated code is ignored, but is the purpose of the package.
  const generated = manifest.scripts?.generate === undefined ? [] : ["!src/gen"];
  const leftOut = (manifest.files ?? []).flatMap((pattern) => pattern.startsWith("!") ? [pattern.slice(1)] : []);
  const command = manifest.bin === undefined ? [] : commandFiles;
  return {
    name: manifest.name,
    version: manifest.version,
    license: manifest.license,
    exports: Object.fromEntries(exports.sort(([a], [b]) => (a < b ? -1 : 1))),
    publish: manifest.private === true && manifest.name !== onJsrAlone ? false : {
      exclude: [
        ...generated,
        ...command,
        ...new Set([...testFiles, ...leftOut.filter((pattern) => pattern !== "src/gen")]),
      ],
    },
  };
}

/** Returns the path of a package's `deno.json`. */
export function denoConfigPath({ path }: PackageFolder): string {
  return join(path, "deno.json");
}

/** Expands a pattern; deeper or other files are not for import. */
function expand(path: string, subpath: string, source: string): readonly (readonly [string, string])[] {
  const [before = "", after = ""] = source.split("*");
  const files = globSync(`${before}{*,*/*,*/*/*}${after}`, { cwd: path }).map((file) => `./${file}`);
  return files
    .map((file) => file.slice(before.length, file.length - after.length))
    .filter((module) => modulePattern.test(module))
    .map((module) => [subpath.replace("*", module), source.replace("*", module)] as const);
}

/** Lists the modules of versions that this machine could not generate. */
function absent(folder: PackageFolder): readonly (readonly [string, string])[] {
  const pinned = readPinnedVersions().supported;
  const { exports }: DenoConfig = JSON.parse(readFileSync(denoConfigPath(folder), "utf8"));
  return Object.entries(exports).filter(([subpath]) => {
    const version = versionPattern.exec(subpath)?.[1];
    return version !== undefined && pinned.includes(version) && !existsSync(join(folder.path, "src", "gen", version));
  });
}
