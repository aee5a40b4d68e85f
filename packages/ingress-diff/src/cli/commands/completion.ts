import { bashCompletion } from "../completion/bash-completion.ts";
import { type CompletedCommand, completionModel, shells } from "../completion/completion-model.ts";
import { fishCompletion } from "../completion/fish-completion.ts";
import { zshCompletion } from "../completion/zsh-completion.ts";
import type { Edge } from "../edge.ts";
import type { Options } from "../parse-options.ts";
import { parseChoice } from "../parse-flag-value.ts";

type Shell = (typeof shells)[number];

const writers: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/**
 * Prints the script that completes commands, flags, their values and rules in a shell.
 *
 * @throws {UsageError} If the shell is not one of those.
 */
export async function runCompletion(options: Options, { stdout }: Edge): Promise<number> {
  const shell = parseChoice("completion", options.names[0] ?? "", shells);
  stdout.write(writers[shell](completionModel()));
  return 0;
}
