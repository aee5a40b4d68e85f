import { defineConfig } from "tsup";
import { existsSync } from "node:fs";

// One configuration for all packages: the front door, and the command where a package has one.
export default defineConfig({
  entry: ["src/mod.ts", "src/bin.ts"].filter((file) => existsSync(file)),
  format: "esm",
  target: "node22",
  platform: "node",
  dts: { entry: "src/mod.ts" },
  clean: true,
  removeNodeProtocol: false,
});
