import { globSync } from "node:fs";

/** The modules of `src/gen` that users import, without extension: `v1`, `networking.k8s.io/v1`. */
export function generatedModules(): readonly string[] {
  return globSync("src/gen/{*,*/*,*/*/*}.js")
    .map((file) => file.slice("src/gen/".length, -".js".length))
    .filter((name) => name !== "registry" && !name.startsWith("definitions/"))
    .sort();
}
