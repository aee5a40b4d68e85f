#!/usr/bin/env node
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import process from "node:process";
import { parentPort, workerData } from "node:worker_threads";
import { main } from "./cli/main.ts";
import { serveHelper } from "./cli/threads/helper-thread.ts";

if (parentPort === null) await run();
else serveHelper(parentPort, workerData);

async function run(): Promise<void> {
  // `kubeschema-validate | head` closes our output early: there is nobody to tell the rest, and not all was judged.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(2);
  });

  process.exitCode = await main({
    args: process.argv.slice(2),
    env: process.env,
    // To open stdin costs time, and most runs do without.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    drained: () => once(process.stdout, "drain"),
    stderr: process.stderr,
    now: () => performance.now(),
    version: () => {
      // Both src/bin.ts and dist/bin.js stand one folder below the package.
      const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
      return (manifest as { readonly version: string }).version; // Our own package.json, which npm requires to have one.
    },
    ...(availableParallelism() > 1 ? { entry: new URL(import.meta.url) } : {}),
  });
}
