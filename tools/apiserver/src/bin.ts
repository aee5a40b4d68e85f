#!/usr/bin/env -S node --conditions=@kubeschema/source
import process from "node:process";
import { main } from "./main.ts";

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  untilInterrupted: () =>
    new Promise((resolve) => {
      // A pending promise alone does not keep Node running.
      const alive = setInterval(() => {}, 60_000);
      for (const signal of ["SIGINT", "SIGTERM"] as const) {
        process.once(signal, () => {
          clearInterval(alive);
          resolve();
        });
      }
    }),
});
