import { runAsProcess } from "./node-world.ts";
import { type CommandDefinition, defineCommand, type Program } from "./program.ts";
import { runProgram } from "./run-program.ts";

/** A program of one command, in one file. */
export interface Script<Options>
  extends
    Pick<CommandDefinition<Options>, "flags" | "operands" | "run">,
    Pick<Program, "name" | "summary" | "examples" | "exitCodes"> {
  /** `import.meta.url` of a module one folder below the package. */
  readonly bin: string;
}

/** Runs a script of the repository as a process. */
export async function runScript<Options>(
  { name, summary, examples, exitCodes, bin, ...command }: Script<Options>,
): Promise<void> {
  const program: Program = {
    name,
    summary,
    examples,
    commands: { run: defineCommand<Options>({ summary: "run it", ...command }) },
    defaultCommand: "run",
    ...(exitCodes ? { exitCodes } : {}),
  };
  await runAsProcess((world) => runProgram(program, world), { program: name, bin, extra: {} });
}
