#!/usr/bin/env -S node --conditions=@kubeschema/source
import process from "node:process";
import { fileURLToPath } from "node:url";
import { runAsProcess } from "@kubeschema/command-kit/node-world";
import { main } from "./bump.ts";

// Whoever ends it in the middle finds everything as it was: the scratch tree goes before the process does, however often
// the signal comes.
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
