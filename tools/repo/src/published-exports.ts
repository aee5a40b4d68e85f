import type { ExportTarget, PackageManifest } from "./package-folder.ts";

/** One subpath of a package, and the files that users get for it. */
export interface PublishedExport {
  readonly subpath: string;
  readonly files: readonly string[];
}

/** The condition for the sources, for work on them; they are not all in the tarball. */
const sourceCondition = "@kubeschema/source";

/**
 * Looks up in a `package.json`, as Node does, where each subpath of a `deno.json` leads: `deno.json` lists every module
 * by name, where `package.json` has a pattern.
 *
 * @see {@link https://nodejs.org/api/packages.html#subpath-patterns}
 * @returns The subpaths in their order; those that `package.json` does not have lead to no file.
 */
export function publishedExports(
  { exports = {} }: Pick<PackageManifest, "exports">,
  subpaths: readonly string[],
): readonly PublishedExport[] {
  return subpaths.map((subpath) => {
    const key = Object.hasOwn(exports, subpath) ? subpath : longestPattern(Object.keys(exports), subpath);
    const target = key === undefined ? undefined : exports[key];
    if (key === undefined || target === undefined) return { subpath, files: [] };
    const [before = "", after = ""] = key.split("*");
    const matched = subpath.slice(before.length, subpath.length - after.length);
    return { subpath, files: filesOf(target).map((file) => file.replaceAll("*", matched).replace(/^\.\//, "")) };
  });
}

function longestPattern(patterns: readonly string[], subpath: string): string | undefined {
  return patterns
    .filter((pattern) => {
      const [before = "", after] = pattern.split("*");
      return after !== undefined && subpath.length > before.length + after.length && subpath.startsWith(before) &&
        subpath.endsWith(after);
    })
    .sort((a, b) => b.indexOf("*") - a.indexOf("*"))[0];
}

function filesOf(target: ExportTarget | Readonly<Record<string, ExportTarget>>): readonly string[] {
  if (typeof target === "string") return [target];
  return Object.entries(target).flatMap(([condition, inner]) => condition === sourceCondition ? [] : filesOf(inner));
}
