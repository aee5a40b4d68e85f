/** What each package may import: the table of the design. Built-ins of Node are a separate matter (`edges`). */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  codegen: ["@kubeschema/model", "ajv", "yaml"],
  types: [],
  validators: ["@kubeschema/types", "@bufbuild/cel", "js-yaml", "re2js", "yaml"],
  "ingress-diff": [
    "@kubeschema/model",
    "@kubeschema/types",
    "@kubeschema/validators",
    "@kubernetes/client-node",
    "fastest-levenshtein",
    "yaml",
  ],
  "docs-generator": ["@kubeschema/model", "fastest-levenshtein", "minisearch", "yaml"],
};

/** Built-ins that only compute, and that Node, Deno and Bun all have. */
const PURE_BUILTINS: ReadonlySet<string> = new Set(["node:crypto", "node:util"]);

/** One import of a source file. */
export interface SourceImport {
  /** Path relative to the package's folder. */
  readonly file: string;
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** Finds the imports of a source text, `export ... from` and `import()` included; comments are passed over. */
export function findImports(file: string, text: string): readonly SourceImport[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "");
  return [...code.matchAll(IMPORT)].map(([, type, named, dynamic]) => ({
    file,
    specifier: named ?? dynamic ?? "",
    isTypeOnly: type !== undefined,
  }));
}

/**
 * Tells why a package may not have an import, or `undefined` where it may.
 *
 * Tests may use anything; only the source that is published counts.
 */
export function layerFault(packageName: string, { file, specifier, isTypeOnly }: SourceImport): string | undefined {
  const allowed = LAYERS[packageName];
  if (!allowed) return `package "${packageName}" is not in the table`;
  if (specifier.startsWith(".")) {
    const depth = file.split("/").length - 1;
    const climbs = specifier.split("/").filter((part) => part === "..").length;
    return climbs > depth ? "it leaves the package by a relative path" : undefined;
  }
  if (specifier.startsWith("node:")) {
    return PURE_BUILTINS.has(specifier) || isEdge(file) ? undefined : "only a command's edge may reach the outside";
  }
  const target = specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  if (!allowed.includes(target)) return `"${packageName}" may not import "${target}"`;
  const isTypesOfValidators = packageName === "validators" && target === "@kubeschema/types";
  return isTypesOfValidators && !isTypeOnly ? "validators take only types from @kubeschema/types" : undefined;
}

/** The files that stand between pure code and the outside: `bin.ts`, `cli/` and `observe/`. */
function isEdge(file: string): boolean {
  return /^src\/(?:bin\.ts$|cli\/|observe\/)/.test(file);
}
