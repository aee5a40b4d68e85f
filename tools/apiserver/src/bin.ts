#!/usr/bin/env -S node --conditions=@kubeschema/source
import { runAsProcess } from "@kubeschema/command-kit/node-world";
import process from "node:process";
import { main } from "./main.ts";

// For the second signal too: a build or a server that is ending must not be left behind, and execa, under envtest-js,
// kills the process on a signal that nobody else listens to.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});

await runAsProcess(main, { program: "kubeschema-apiserver", bin: import.meta.url, extra: {} });
