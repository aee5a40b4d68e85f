#!/usr/bin/env node
// npm links a command when it installs, and the build comes later: this file is there to be linked.
import { existsSync } from "node:fs";
import process from "node:process";

const built = new URL("../dist/bin.js", import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write("kubeschema-validate: Cannot start: it is not built. Try: npm run build\n");
  process.exitCode = 2;
}
