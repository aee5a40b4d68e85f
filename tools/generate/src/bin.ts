#!/usr/bin/env -S node --conditions=@kubeschema/source
import process from "node:process";
import { main } from "./main.ts";

// With a handler, a signal waits for the end of what is being written, and temporary downloads are removed on exit.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  fetch: globalThis.fetch,
});
