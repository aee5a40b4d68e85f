#!/usr/bin/env node
import { readFileSync } from "node:fs";
import process from "node:process";
import { main } from "./cli/main.ts";

// `kubeschema-codegen | head` closes our output early. That is no error, and there is nobody to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// With a handler, a signal waits until files that are being written are in place, and what was written beside is gone.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  fetch: globalThis.fetch,
  version: () => {
    // Both src/bin.ts and dist/bin.js stand one folder below the package.
    const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    return (manifest as { readonly version: string }).version; // Our own package.json, which npm requires to have one.
  },
});
