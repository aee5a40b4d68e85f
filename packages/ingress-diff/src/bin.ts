#!/usr/bin/env node
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runAsProcess } from "@kubeschema/command-kit/node-world";
import { main } from "./cli/main.ts";

await runAsProcess(main, {
  program: "ingress-diff",
  bin: import.meta.url,
  extra: {
    importModule: (path: string): Promise<{ readonly default?: unknown }> => import(pathToFileURL(resolve(path)).href),
    // Both src/bin.ts and dist/bin.js are one folder below the package.
    demoPath: fileURLToPath(new URL("../demo/shop.yaml", import.meta.url)),
  },
});
