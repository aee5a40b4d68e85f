#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { runAsProcess } from "@kubeschema/command-kit/node-world";
import { main } from "./cli/main.ts";
import type { DocsSources } from "./cli/world.ts";

// Both `src` and `dist` lie beside package.json and hold `gen`; in a checkout as in node_modules, the package of the
// types lies beside this one.
const schemas = new URL("./gen/schemas/", import.meta.url);
const types = new URL("../../types/src/gen/", import.meta.url);

const extra: DocsSources = {
  readMiniSearch: async () => (await import("./cli/read-mini-search.ts")).readMiniSearch(),
  openSchemas: async () => (await import("./cli/open-schema-store.ts")).openSchemaStore(schemas),
  readTypes: (path) => readFile(new URL(path, types), "utf8").catch(() => undefined),
};

await runAsProcess(main, { program: "kubeschema-docs", bin: import.meta.url, extra });
