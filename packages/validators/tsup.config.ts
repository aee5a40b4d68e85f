import { defineConfig } from "tsup";
import { generatedModules } from "./generated-modules.ts";

// The front door, and one entry per group/version: `v1`, `networking.k8s.io/v1`.
export default defineConfig({
  entry: { mod: "src/mod.ts", ...Object.fromEntries(generatedModules().map((name) => [name, `src/gen/${name}.js`])) },
  format: "esm",
  target: "node22",
  platform: "neutral",
  // What several groups share is a chunk that each of them imports, never a copy.
  splitting: true,
  minifySyntax: true,
  minifyWhitespace: true,
  dts: { entry: { mod: "src/mod.ts" } },
  clean: true,
  silent: true,
});
