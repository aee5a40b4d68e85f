#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import process from "node:process";
import { main } from "./cli/main.ts";
import { openSchemaStore } from "./cli/open-schema-store.ts";

// Both `src` and `dist` lie beside package.json and hold `gen`; in a checkout as in node_modules, the package of the
// types lies beside this one.
const SCHEMAS = new URL("./gen/schemas/", import.meta.url);
const TYPES = new URL("../../types/src/gen/", import.meta.url);

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  version: JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")).version,
  openSchemas: () => openSchemaStore(SCHEMAS),
  readTypes: (path) => readFile(new URL(path, TYPES), "utf8").catch(() => undefined),
});
