#!/usr/bin/env -S node --conditions=@kubeschema/source
import process from "node:process";
import { fileURLToPath } from "node:url";
import { main } from "./bump.ts";

// Whoever ends it in the middle finds everything as it was: the scratch tree goes before the process does.
const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interrupted.abort());

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  cwd: process.env.INIT_CWD ?? process.cwd(),
  root: fileURLToPath(new URL("../../../..", import.meta.url)),
  stdout: process.stdout,
  stderr: process.stderr,
  fetch: globalThis.fetch,
  signal: interrupted.signal,
});
