import { builtInFlagsOf, type BuiltInOptions } from "./built-in.ts";
import type { AnyFlagTable } from "./flag.ts";
import type { Program } from "./program.ts";
import { createLookup, readFlagWord } from "./read-flag-word.ts";
import type { World } from "./world.ts";

/** What a command line says before the flags of its command are known. */
export interface ScannedCommandLine extends BuiltInOptions {
  /** The first argument that is not a flag or the value of one. */
  readonly word: string | undefined;
  /** Where it stands. */
  readonly index: number;
}

/**
 * Finds the word that names the command: flags may stand before it, as kubectl takes them, and each is taken for what it
 * is in any of the commands. What follows `--` names no command.
 */
export function scanCommandLine<W extends World>(
  args: readonly string[],
  program: Program<W>,
): ScannedCommandLine {
  const { commands, takesSingleDash } = program;
  const builtIn = builtInFlagsOf(program);
  const tables = Object.values(commands).map(({ flags }) => flags);
  const union: AnyFlagTable = Object.assign({}, ...tables, builtIn);
  const lookup = createLookup(union, takesSingleDash);
  const seen = { help: false, quiet: false, version: false };
  let [word, found]: [string | undefined, number] = [undefined, -1];
  for (let index = 0; index < args.length && args[index] !== "--"; index++) {
    const at = index;
    const hits = readFlagWord(args[index] ?? "", lookup);
    for (const { name, text, needsNext } of hits) {
      const isBuiltIn = name === "help" || name === "quiet" || name === "version";
      if (isBuiltIn && Object.hasOwn(builtIn, name)) seen[name] = text !== "false";
      if (needsNext) index++;
    }
    if (hits.length === 0 && word === undefined) [word, found] = [args[at], at];
  }
  return { ...seen, word, index: found };
}
