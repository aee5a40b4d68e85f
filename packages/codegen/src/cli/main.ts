import { runProgram, type World } from "@kubeschema/command-kit";
import { program } from "./program.ts";

/** Runs the command and returns its exit code: 0 done, 2 failed. */
export async function main(world: World): Promise<number> {
  return await runProgram(program, world);
}
