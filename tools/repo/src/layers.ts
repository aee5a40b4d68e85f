import { posix } from "node:path";

/**
 * The packages that each package may import: the table of the design. Node's built-ins are a separate matter
 * (`isEdge()`).
 */
export const packageLayers: Readonly<Record<string, readonly string[]>> = {
  "command-kit": [],
  model: [],
  codegen: ["@kubeschema/command-kit", "@kubeschema/manifest-reader", "@kubeschema/model", "ajv"],
  types: [],
  "manifest-reader": [],
  validators: ["@kubeschema/command-kit", "@kubeschema/manifest-reader", "@kubeschema/types", "@bufbuild/cel", "re2js"],
  "ingress-diff": [
    "@kubeschema/command-kit",
    "@kubeschema/manifest-reader",
    "@kubeschema/model",
    "@kubeschema/types",
    "@kubeschema/validators",
    "@kubernetes/client-node",
    "yaml",
  ],
  "docs-generator": [
    "@kubeschema/command-kit",
    "@kubeschema/manifest-reader",
    "@kubeschema/model",
    "micromark",
    "micromark-extension-gfm",
    "minisearch",
  ],
};

/**
 * The stages inside a package, the lowest first. A file may import from its own stage and from those before it, never
 * from a later one. A stage is a folder below `src`; of several that a file is in, the deepest counts. Files in `src`
 * itself, such as `mod.ts`, may import from all stages, and nothing imports them.
 */
export const packageStages: Readonly<Record<string, readonly string[]>> = {
  "ingress-diff": [
    "observe",
    "routes",
    "rules/rule",
    "rules",
    "evaluate",
    "drift",
    "report",
    "compare",
    "watch",
    "rbac",
    "cli",
  ],
  validators: ["values", "formats", "runtime", "rules", "gen", "validate", "crds", "cli"],
};

/**
 * The private packages. A command bundles them; a library cannot, since JSR publishes sources, whose imports must be on
 * a registry.
 */
const bundledPackages: ReadonlySet<string> = new Set(["@kubeschema/command-kit", "@kubeschema/manifest-reader"]);

/** Parts of them that only turn text into text; libraries may import these, so their package is published on JSR. */
const textParts: ReadonlySet<string> = new Set(
  ["closest-word", "escape-html", "escape-text", "terminal", "wrap-text"].map((part) =>
    `@kubeschema/command-kit/${part}`
  ),
);

/** Built-ins that only compute, and that Node, Deno and Bun all have. */
const pureBuiltins: ReadonlySet<string> = new Set(["node:crypto", "node:util", "node:zlib"]);

/** One import of a source file. */
export interface SourceImport {
  /** Path relative to the package's folder. */
  readonly file: string;
  readonly specifier: string;
  readonly isTypeOnly: boolean;
  /** Given for `import()`, which loads the file when it is needed. */
  readonly isLazy?: true;
}

const importPattern =
  /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** Finds the imports of a source text, `export ... from` and `import()` included; comments are skipped. */
export function findImports(file: string, text: string): readonly SourceImport[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "");
  return [...code.matchAll(importPattern)].map(([, type, named, dynamic]) => ({
    file,
    specifier: named ?? dynamic ?? "",
    isTypeOnly: type !== undefined,
    ...(dynamic === undefined ? {} : { isLazy: true }),
  }));
}

/**
 * Says why a package may not have an import; `undefined` if it may.
 *
 * Tests may use anything; only the source that is published counts.
 */
export function layerFault(packageName: string, { file, specifier, isTypeOnly }: SourceImport): string | undefined {
  const allowed = packageLayers[packageName];
  if (!allowed) return `package "${packageName}" is not in the table`;
  if (specifier.startsWith(".")) {
    const depth = file.split("/").length - 1;
    const climbs = specifier.split("/").filter((part) => part === "..").length;
    return climbs > depth ? "it leaves the package by a relative path" : undefined;
  }
  if (specifier.startsWith("node:")) {
    return pureBuiltins.has(specifier) || isEdge(file) ? undefined : "only a command's edge may reach the outside";
  }
  const target = specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  if (!allowed.includes(target)) return `"${packageName}" may not import "${target}"`;
  if (bundledPackages.has(target) && !textParts.has(specifier) && !isCommand(file)) {
    return "JSR bundles no private package, so only a command may import it";
  }
  const isTypesOfValidators = packageName === "validators" && target === "@kubeschema/types";
  return isTypesOfValidators && !isTypeOnly ? "validators take only types from @kubeschema/types" : undefined;
}

/** Says why a file may not import another one of its package; `undefined` if it may. */
export function stageFault(stages: readonly string[], { file, specifier }: SourceImport): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const target = resolveImport(file, specifier);
  if (isTopFile(target)) return `"${target}" is only for users of the package`;
  if (isTopFile(file)) return undefined;
  const [from, to] = [file, target].map((path) => stages.indexOf(stageOf(stages, path) ?? ""));
  if (from === undefined || to === undefined || from < 0) return `"${file}" is in no stage of the table`;
  if (to < 0) return `"${target}" is in no stage of the table`;
  return to > from ? `stage "${stages[from]}" comes before "${stages[to]}"` : undefined;
}

/**
 * Finds circles of imports among the files of a package; imports of types count, since they tie two files together too,
 * but not those that are loaded later.
 *
 * @param imports The imports of every file.
 * @returns The files of each circle, in the order of the imports, with the first one again at the end.
 */
export function findCircles(imports: readonly SourceImport[]): readonly (readonly string[])[] {
  const importsOf = Map.groupBy(
    imports.filter(({ specifier, isLazy }) => specifier.startsWith(".") && isLazy !== true),
    ({ file }) => file,
  );
  const circles: (readonly string[])[] = [];
  const finished = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) return void circles.push([...trail.slice(start), file]);
    if (finished.has(file)) return;
    for (const { specifier } of importsOf.get(file) ?? []) visit(resolveImport(file, specifier), [...trail, file]);
    finished.add(file);
  };
  for (const file of importsOf.keys()) visit(file, []);
  return circles;
}

function stageOf(stages: readonly string[], file: string): string | undefined {
  return stages.filter((stage) => file.startsWith(`src/${stage}/`)).sort((a, b) => b.length - a.length)[0];
}

function isTopFile(file: string): boolean {
  return /^src\/[^/]+$/.test(file);
}

function resolveImport(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier);
}

/** Tells whether a file is only part of a command, and not exported by a library. */
function isCommand(file: string): boolean {
  return /^src\/(?:bin\.ts$|cli\/)/.test(file);
}

/** Tells whether a file is between pure code and the outside: `bin.ts`, `node-world.ts`, `cli/` and `observe/`. */
function isEdge(file: string): boolean {
  return /^src\/(?:bin\.ts$|node-world\.ts$|cli\/|observe\/)/.test(file);
}
