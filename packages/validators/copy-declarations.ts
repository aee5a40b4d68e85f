// Second step of the build: the declarations of generated modules are generated too, and move to `dist` as they are.
// Only the way to the front door differs, which is one folder nearer and built.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generatedModules } from "./generated-modules.ts";

for (const name of generatedModules()) {
  const text = readFileSync(`src/gen/${name}.d.ts`, "utf8");
  const built = text.replace(/"\.\.\/((?:\.\.\/)*)mod\.ts"/, (_, up: string) => `"${up || "./"}mod.js"`);
  mkdirSync(dirname(`dist/${name}`), { recursive: true });
  writeFileSync(`dist/${name}.d.ts`, built);
}
