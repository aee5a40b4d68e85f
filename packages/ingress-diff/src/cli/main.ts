import { runProgram } from "@kubeschema/command-kit";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";
import { program } from "./program.ts";

/** Runs the command and returns its exit code. */
export async function main(world: IngressDiffWorld): Promise<number> {
  return await runProgram(program, world);
}
