#!/usr/bin/env -S node --conditions=@kubeschema/source
import process from "node:process";
import { fileURLToPath } from "node:url";
import { main } from "./bump.ts";

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  cwd: process.env.INIT_CWD ?? process.cwd(),
  root: fileURLToPath(new URL("../../../..", import.meta.url)),
  stdout: process.stdout,
  stderr: process.stderr,
  fetch: globalThis.fetch,
});
