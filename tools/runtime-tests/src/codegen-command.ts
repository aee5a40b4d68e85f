import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { findBinaries } from "@kubeschema-tools/apiserver";
import { type CommandResult, runCommand } from "./run-command.ts";

/** A folder for generated code that git ignores and from which our packages can be imported. */
export function generatedFolder(name: string): string {
  return fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
}

/** Runs the built `kubeschema-codegen`, as a user's shell would; kubectl is the one next to the API server. */
export function runCodegen(...args: readonly string[]): Promise<CommandResult> {
  const bin = fileURLToPath(new URL("../../../packages/codegen/bin/kubeschema-codegen.js", import.meta.url));
  const binaries = findBinaries(process.env) ?? dirname(process.execPath);
  return runCommand(process.execPath, [bin, ...args], {
    // kubectl keeps a cache in the home folder, or in the current one if there is none.
    env: { PATH: `${binaries}:${process.env.PATH}`, HOME: tmpdir() },
  });
}

/** The same from its sources, in Deno. */
export function runCodegenInDeno(...args: readonly string[]): Promise<CommandResult> {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const deno = join(root, "node_modules/.bin/deno");
  const program = ["run", "-A", "--quiet", "packages/codegen/src/bin.ts"];
  return runCommand(deno, [...program, ...args], { cwd: root, env: { NO_COLOR: "1" } });
}

/** The texts of all files of a folder, by path. */
export async function readTree(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    await Promise.all(files.map(async (file) => [file.slice(folder.length), await readFile(file, "utf8")] as const)),
  );
}

/** Type-checks a folder that has a `tsconfig.json`, with the compiler of this repository. */
export function runTsc(folder: string): Promise<CommandResult> {
  const tsc = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));
  return runCommand(process.execPath, [tsc, "-p", folder]);
}

/** The tsconfig.json of a strict user, without any condition of this repository. */
export function strictConfig(): string {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: "es2023",
    lib: ["es2023"],
    types: [],
    module: "nodenext",
    moduleResolution: "nodenext",
    allowJs: true,
  };
  return JSON.stringify({ compilerOptions, include: ["**/*"] });
}
