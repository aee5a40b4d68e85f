import { CommandError } from "./command-error.ts";
import { exitCodeOfSignal } from "./exit-code.ts";
import type { StopReason, World } from "./world.ts";

/**
 * A signal that aborts when the command is to end. What it throws is a `CommandError` with the exit code that shells know
 * for an interrupted command. The command has to end by itself then; a second signal ends the process at once.
 */
export function stopSignal({ onStop }: Pick<World, "onStop">): AbortSignal {
  const controller = new AbortController();
  onStop((reason) => controller.abort(interrupted(reason)));
  return controller.signal;
}

/** The error of a command that was asked to end before it was done. */
export function interrupted(reason: StopReason): CommandError {
  if (reason === "SIGPIPE") return new CommandError("Nobody reads the output any more");
  return new CommandError(`Interrupted by ${reason} before it was done`, { exitCode: exitCodeOfSignal(reason) });
}
