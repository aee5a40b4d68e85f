#!/usr/bin/env node
import { runAsProcess } from "@kubeschema/command-kit/node-world";
import { main } from "./cli/main.ts";

await runAsProcess(main, { program: "kubeschema-codegen", bin: import.meta.url, extra: {} });
