#!/usr/bin/env node
import { availableParallelism } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { runAsProcess } from "@kubeschema/command-kit/node-world";
import { main } from "./cli/main.ts";
import { serveHelper } from "./cli/threads/helper-thread.ts";

if (parentPort === null) {
  const extra = availableParallelism() > 1 ? { entry: new URL(import.meta.url) } : {};
  await runAsProcess(main, { program: "kubeschema-validate", bin: import.meta.url, extra });
} else {
  serveHelper(parentPort, workerData);
}
