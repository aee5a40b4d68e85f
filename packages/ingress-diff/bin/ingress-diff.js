#!/usr/bin/env node
// npm links a command when it installs, and the build comes later: this file is what it can link.
import { existsSync } from "node:fs";

const built = new URL("../dist/bin.js", import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write("ingress-diff: Cannot start: it is not built. Try: npm run build\n");
  process.exitCode = 2;
}
