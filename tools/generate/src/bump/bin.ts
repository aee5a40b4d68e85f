#!/usr/bin/env -S node --conditions=@kubeschema/source
import process from "node:process";
import { fileURLToPath } from "node:url";
import { runAsProcess } from "@kubeschema/command-kit/node-world";
import { main } from "./bump.ts";

// If it is interrupted, nothing has changed: the scratch tree is removed before the process ends, however often the
// signal is sent.
const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interrupted.abort());

await runAsProcess(main, {
  program: "bump",
  bin: new URL("../bin.ts", import.meta.url).href,
  extra: {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    root: fileURLToPath(new URL("../../../..", import.meta.url)),
    signal: interrupted.signal,
  },
});
