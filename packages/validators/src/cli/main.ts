import { runProgram } from "@kubeschema/command-kit";
import { program } from "./program.ts";
import type { ValidateWorld } from "./world.ts";

/** Runs the command and returns its exit code: 0 valid, 1 invalid, 2 could not read or judge, or wrong usage. */
export async function main(world: ValidateWorld): Promise<number> {
  return await runProgram(program, world);
}
