import { exitCode } from "./exit-code.ts";

/** What goes with the message of a `CommandError`. */
export interface CommandErrorOptions extends ErrorOptions {
  /** What to try: a command, a flag or a few words. */
  readonly hint?: string | undefined;
  readonly exitCode?: number | undefined;
}

/** What a command could not do: a sentence for people, with what to try. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
  readonly hint: string | undefined;
  readonly exitCode: number;

  constructor(message: string, options: CommandErrorOptions = {}) {
    super(message, options);
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? exitCode.unknown;
  }
}

/** A command line that cannot be understood. Where there is no other hint, it is the help of the command. */
export class UsageError extends CommandError {
  override readonly name: string = "UsageError";
}

/** The text of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
