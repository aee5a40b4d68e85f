import { type AnyFlagTable, type FlagTable, switchFlag } from "./flag.ts";
import type { Program } from "./program.ts";
import type { World } from "./world.ts";

/** What every command takes. */
export interface BuiltInOptions {
  readonly help: boolean;
  readonly quiet: boolean;
  readonly version: boolean;
}

/** The flags that every command takes; they stand at the end of help. `builtInFlagsOf()` says which a program has. */
export const builtInFlags: FlagTable<BuiltInOptions> = {
  quiet: switchFlag({ short: "q", help: "print nothing on stderr but errors", group: "Every command" }),
  help: switchFlag({ short: "h", help: "print this", group: "Every command" }),
  version: switchFlag({ short: "v", help: "print the version", group: "Every command" }),
};

/** The commands that every program has in addition to its own. */
export const builtInCommands = {
  completion: "print a script that completes commands, flags and values in bash, zsh or fish",
  help: "print help, or that of a command",
  version: "print the version",
} as const;

/** One of those. */
export type BuiltInCommand = keyof typeof builtInCommands;

/** Whether a word names a command that every program has. */
export function isBuiltInCommand(word: string): word is BuiltInCommand {
  return Object.hasOwn(builtInCommands, word);
}

/**
 * The names that a word on the command line may be, in the order of help. Where the default command is the only one,
 * its name is none of them: there is nothing to tell it from.
 */
export function commandNames<W extends World>(program: Program<W>): readonly string[] {
  return [...isSingle(program) ? [] : Object.keys(program.commands), ...Object.keys(builtInCommands)];
}

/** Whether a program has one command, which runs without being named. */
export function isSingle<W extends World>({ commands, defaultCommand }: Program<W>): boolean {
  return defaultCommand !== undefined && Object.keys(commands).length === 1;
}

/**
 * The flags that every command of a program takes. A program whose `--version` is the version of something else says its
 * own with the command `version` alone.
 */
export function builtInFlagsOf<W extends World>({ commands }: Program<W>): AnyFlagTable {
  const { version, ...others } = builtInFlags;
  return Object.values(commands).some(({ flags }) => Object.hasOwn(flags, "version")) ? others : { ...others, version };
}

/** The flags of a command with those that every command takes. */
export function allFlagsOf<W extends World>(program: Program<W>, command: string): AnyFlagTable {
  const { commands } = program;
  return { ...(Object.hasOwn(commands, command) ? commands[command]?.flags : undefined), ...builtInFlagsOf(program) };
}
