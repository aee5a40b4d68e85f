#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { drained } from "./cli/drained-stream.ts";
import { main } from "./cli/main.ts";

// Both src/bin.ts and dist/bin.js stand one folder below the package.
const packageUrl = new URL("../", import.meta.url);

// `ingress-diff | head` closes our output early. That is no error, and there is nobody to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  stdout: Object.assign(process.stdout, { drained: () => drained(process.stdout) }),
  stderr: process.stderr,
  now: () => new Date(),
  files: {
    readText: (path) => path === "-" ? text(process.stdin) : readFile(path, "utf8"),
    readBytes: (path) => path === "-" ? buffer(process.stdin) : readFile(path),
    write: (path, bytes) => writeFile(path, bytes),
    listFolder: async (path) => {
      if (!(await stat(path)).isDirectory()) return undefined;
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    },
  },
  importModule: (path) => import(pathToFileURL(resolve(path)).href),
  onStop: (stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    process.stdout.once("error", stop);
  },
  version: () => {
    const manifest: unknown = JSON.parse(readFileSync(new URL("package.json", packageUrl), "utf8"));
    return (manifest as { readonly version: string }).version; // Our own package.json, which npm requires to have one.
  },
  demoPath: fileURLToPath(new URL("demo/shop.yaml", packageUrl)),
});
