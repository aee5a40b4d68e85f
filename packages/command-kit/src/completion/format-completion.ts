import { UsageError } from "../command-error.ts";
import { orList } from "../list-words.ts";
import type { Program } from "../program.ts";
import { suggest } from "../suggest.ts";
import type { World } from "../world.ts";
import { bashCompletion } from "./bash-completion.ts";
import { type CompletionModel, completionModel, type Shell, shells } from "./completion-model.ts";
import { fishCompletion } from "./fish-completion.ts";
import { zshCompletion } from "./zsh-completion.ts";

const writers: Readonly<Record<Shell, (model: CompletionModel) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** Writes the script that completes a program in a shell. */
export async function formatCompletion<W extends World>(program: Program<W>, shell: Shell): Promise<string> {
  return writers[shell](await completionModel(program));
}

/**
 * Reads the argument of `completion`.
 *
 * @throws {UsageError} If it is not one of the shells.
 */
export function parseShell(operands: readonly string[]): Shell {
  const [given, ...others] = operands;
  const shell = shells.find((name) => name === given);
  if (shell !== undefined && others.length === 0) return shell;
  const found = given === undefined ? "nothing" : operands.map((operand) => `"${operand}"`).join(" ");
  throw new UsageError(`"completion" expects ${orList(shells)}, found ${found}${suggest(given ?? "", shells)}`);
}
