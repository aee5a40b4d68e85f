import { runProgram } from "@kubeschema/command-kit";
import { program } from "./program.ts";
import type { DocsWorld } from "./world.ts";

/** Runs `kubeschema-docs` in a given world, and returns its exit code. */
export async function main(world: DocsWorld): Promise<number> {
  return await runProgram(program, world);
}
