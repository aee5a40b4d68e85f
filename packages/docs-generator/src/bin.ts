#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import process from "node:process";
import { main } from "./cli/main.ts";
import { openSchemaStore } from "./cli/open-schema-store.ts";
import { readMiniSearch } from "./cli/read-mini-search.ts";

// Both `src` and `dist` lie beside package.json and hold `gen`; in a checkout as in node_modules, the package of the
// types lies beside this one.
const SCHEMAS = new URL("./gen/schemas/", import.meta.url);
const TYPES = new URL("../../types/src/gen/", import.meta.url);

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

// The first signal ends what runs in good order; the second one ends the process at once.
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => interrupt.abort(new Error(`Cannot go on: interrupted by ${signal}`)));
}

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  version: JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")).version,
  signal: interrupt.signal,
  readMiniSearch,
  openSchemas: () => openSchemaStore(SCHEMAS),
  readTypes: (path) => readFile(new URL(path, TYPES), "utf8").catch(() => undefined),
});
