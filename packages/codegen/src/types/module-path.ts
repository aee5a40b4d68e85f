/** `networking.k8s.io/v1` as an identifier: `networking_k8s_io_v1`. */
export function importAlias(module: string): string {
  const name = module.replace(/[^A-Za-z0-9]/g, "_");
  return /^[0-9]/.test(name) ? `_${name}` : name;
}

/** The ending of imports of modules in the same tree. */
export type ImportEnding = ".ts" | ".js";

/** Writes the specifier that imports module `to` from module `from`. */
export function modulePath(from: string, to: string, ending: ImportEnding): string {
  return `${from.includes("/") ? "../".repeat(from.split("/").length - 1) : "./"}${to}${ending}`;
}

/**
 * Writes the specifier of the runtime module, which is a path from the output folder or a package, in module `from`.
 */
export function runtimePath(from: string, runtime: string): string {
  return runtime.startsWith(".") ? `${"../".repeat(from.split("/").length - 1)}${runtime}` : runtime;
}
