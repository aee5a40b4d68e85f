import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Program } from "@kubeschema/command-kit";
import { type GuidePackage, packageFolder } from "./package-folder.ts";

/** Loads the table of commands of a package, from its source: no package exports it. */
export async function loadProgram(name: GuidePackage): Promise<Program | undefined> {
  const file = join(packageFolder(name), "src/cli/program.ts");
  if (!existsSync(file)) return undefined;
  const module: { readonly program: Program } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  return module.program;
}
