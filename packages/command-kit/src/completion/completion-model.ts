import { allFlagsOf, builtInCommands, commandNames } from "../built-in.ts";
import type { Completion, Flag } from "../flag.ts";
import { isSwitch, longName } from "../flag-spelling.ts";
import type { Program } from "../program.ts";
import type { World } from "../world.ts";

/** The shells that there are completions for. */
export const shells = ["bash", "zsh", "fish"] as const;

/** One of them. */
export type Shell = (typeof shells)[number];

/** What a shell has to know about a program. */
export interface CompletionModel {
  readonly program: string;
  /** The program's name with all others that it is installed under. */
  readonly names: readonly string[];
  /** A name for functions of the shell. */
  readonly functionName: string;
  /** What runs where no command is named: the default command, or nothing but the names of commands. */
  readonly unnamed: CompletedCommand;
  readonly commands: readonly CompletedCommand[];
}

/** What a shell has to know about one command. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly CompletedFlag[];
  /** Words that may be its argument; none if only the user knows them. */
  readonly words: readonly string[];
  /** Whether files or folders may be its argument, too. */
  readonly takesFiles: boolean;
}

/** What a shell has to know about one flag. */
export interface CompletedFlag {
  readonly long: string;
  readonly short?: string;
  readonly help: string;
  /** What its value is: none, a file, one of some words, or something that only the user knows. */
  readonly value: "none" | "file" | "folder" | "free" | readonly string[];
}

/** Everything that is completed, from the tables of a program. */
export async function completionModel<W extends World>(program: Program<W>): Promise<CompletionModel> {
  const names = commandNames(program);
  const own = await Promise.all(
    Object.entries(program.commands).map(async ([name, { summary, operands }]) => ({
      name,
      summary,
      flags: await completedFlags(program, name),
      ...await completedOperands(operands?.completes),
    })),
  );
  const builtIn = await Promise.all(
    Object.entries(builtInCommands).map(async ([name, summary]) => ({
      name,
      summary,
      flags: await completedFlags(program, name),
      words: name === "help" ? names : name === "completion" ? shells : [],
      takesFiles: false,
    })),
  );
  const main = own.find(({ name }) => name === program.defaultCommand);
  return {
    program: program.name,
    names: [program.name, ...program.aliases ?? []],
    functionName: `_${program.name.replace(/\W/g, "_")}`,
    unnamed: {
      // No command is called so.
      name: "_",
      summary: "",
      flags: main?.flags ?? await completedFlags(program, ""),
      words: [...names, ...main?.words ?? []],
      takesFiles: main?.takesFiles ?? false,
    },
    commands: [...own, ...builtIn],
  };
}

async function completedFlags<W extends World>(program: Program<W>, name: string): Promise<readonly CompletedFlag[]> {
  const listed = Object.entries(allFlagsOf(program, name)).filter(([, { isHidden }]) => isHidden !== true);
  return await Promise.all(listed.map(async ([option, flag]) => ({
    long: `${flag.isOn === true ? "no-" : ""}${longName(option)}`,
    ...(flag.short === undefined ? {} : { short: flag.short }),
    help: flag.help,
    value: await completedValue(flag),
  })));
}

async function completedValue(flag: Flag<unknown>): Promise<CompletedFlag["value"]> {
  if (isSwitch(flag)) return "none";
  const completes = flag.completes ?? flag.choices ?? "free";
  return typeof completes === "function" ? await completes() : completes;
}

async function completedOperands(
  completes: Completion | undefined,
): Promise<Pick<CompletedCommand, "words" | "takesFiles">> {
  if (completes === undefined) return { words: [], takesFiles: false };
  if (completes === "file" || completes === "folder") return { words: [], takesFiles: true };
  const words = typeof completes === "function" ? await completes() : completes;
  // "-" and "FILE" in a list stand for files beside words.
  return { words: words.filter((word) => word !== "FILE"), takesFiles: words.includes("FILE") };
}
