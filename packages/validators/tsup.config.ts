import { defineConfig } from "tsup";
import { generatedModules } from "./generated-modules.ts";

const handWritten = {
  mod: "src/mod.ts",
  "rule-modules": "src/rules/rule-modules.ts",
  runtime: "src/runtime/mod.ts",
};

// The hand-written entries, and one per group/version: `v1`, `networking.k8s.io/v1`.
export default defineConfig({
  entry: { ...handWritten, ...Object.fromEntries(generatedModules().map((name) => [name, `src/gen/${name}.js`])) },
  format: "esm",
  target: "node22",
  platform: "neutral",
  // What several groups share is a chunk that each of them imports, never a copy.
  splitting: true,
  minifySyntax: true,
  minifyWhitespace: true,
  dts: { entry: handWritten },
  clean: true,
  silent: true,
});
