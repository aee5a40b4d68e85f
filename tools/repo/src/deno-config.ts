import { globSync } from "node:fs";
import { join } from "node:path";
import type { PackageFolder } from "./package-folder.ts";

/** The fields of a package's `deno.json` that follow from its `package.json`. */
export interface DenoConfig {
  readonly name: string;
  readonly version: string;
  readonly license: string | undefined;
  readonly exports: Readonly<Record<string, string>>;
  readonly publish: { readonly exclude: readonly string[] };
}

/**
 * Derives `deno.json`: the same name and version, and the sources behind each subpath. JSR knows no patterns, so
 * `./*` is written out for the generated modules that are there.
 */
export function denoConfig({ path, manifest }: PackageFolder): DenoConfig {
  const exports = Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) => {
    const condition = typeof target === "string" ? undefined : target["@kubeschema/source"];
    const source = typeof condition === "object" ? condition.default : condition;
    if (source === undefined) return [];
    return subpath.includes("*") ? expand(path, subpath, source) : [[subpath, source] as const];
  });
  // JSR skips what git ignores; generated code is ignored, and is what the package is for.
  const isGenerated = manifest.scripts?.generate !== undefined;
  return {
    name: manifest.name,
    version: manifest.version,
    license: manifest.license,
    exports: Object.fromEntries(exports.sort(([a], [b]) => (a < b ? -1 : 1))),
    publish: { exclude: isGenerated ? ["!src/gen", ...TESTS] : TESTS },
  };
}

const TESTS = ["**/*.test.ts", "**/*.test-d.ts"];

/** Group and version modules are `v1` or `<group>/<version>`; deeper or other files are not for import. */
function expand(path: string, subpath: string, source: string): readonly (readonly [string, string])[] {
  const [before = "", after = ""] = source.split("*");
  const files = globSync(`${before}{*,*/*}${after}`, { cwd: path }).map((file) => `./${file}`);
  return files
    .map((file) => file.slice(before.length, file.length - after.length))
    .filter((module) => /^(?:[a-z0-9.-]+\/)?v\d+(?:(?:alpha|beta)\d+)?$/.test(module))
    .map((module) => [subpath.replace("*", module), source.replace("*", module)] as const);
}

/** The path of a package's `deno.json`. */
export function denoConfigPath({ path }: PackageFolder): string {
  return join(path, "deno.json");
}
