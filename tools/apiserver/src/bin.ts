#!/usr/bin/env -S node --conditions=@kubeschema/source
import process from "node:process";
import { main } from "./main.ts";

const interrupted = new AbortController();
// Stays for the second signal too: execa, under envtest-js, kills the process on a signal that nobody else listens to.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interrupted.abort());

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  signal: interrupted.signal,
});
