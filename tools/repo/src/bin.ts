#!/usr/bin/env -S node --conditions=@kubeschema/source
import process from "node:process";
import { main } from "./main.ts";

process.exitCode = main({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
});
