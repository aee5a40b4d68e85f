import { allFlagsOf, builtInCommands, commandNames, isSingle } from "../built-in.ts";
import type { Completion } from "../flag.ts";
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

/** The candidates for a value or an argument; none where only the user knows it. */
export interface Offer {
  readonly words: readonly string[];
  readonly files: "none" | "file" | "folder";
}

/** What a shell has to know about one command. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly CompletedFlag[];
  readonly operands: Offer;
}

/** What a shell has to know about one flag. */
export interface CompletedFlag {
  readonly long: string;
  readonly short?: string;
  readonly help: string;
  /** What its value may be; a switch has none. */
  readonly value?: Offer;
}

/** Everything that is completed, from the tables of a program. */
export async function completionModel<W extends World>(program: Program<W>): Promise<CompletionModel> {
  const names = commandNames(program);
  const own = await Promise.all(
    Object.entries(program.commands).map(async ([name, { summary, operands }]) => ({
      name,
      summary,
      flags: await completedFlags(program, name),
      operands: await offerOf(operands?.completes),
    })),
  );
  const builtIn = await Promise.all(
    Object.entries(builtInCommands).map(async ([name, summary]) => ({
      name,
      summary,
      flags: await completedFlags(program, name),
      operands: await offerOf(name === "help" ? names : name === "completion" ? shells : undefined),
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
      operands: { files: "none", ...main?.operands, words: [...names, ...main?.operands.words ?? []] },
    },
    commands: [...isSingle(program) ? [] : own, ...builtIn],
  };
}

async function completedFlags<W extends World>(program: Program<W>, name: string): Promise<readonly CompletedFlag[]> {
  const listed = Object.entries(allFlagsOf(program, name)).filter(([, { isHidden }]) => isHidden !== true);
  return await Promise.all(listed.map(async ([option, flag]) => ({
    long: `${flag.isOn === true ? "no-" : ""}${longName(option)}`,
    ...(flag.short === undefined ? {} : { short: flag.short }),
    help: flag.help,
    ...(isSwitch(flag) ? {} : { value: await offerOf(flag.completes ?? flag.choices) }),
  })));
}

async function offerOf(completes: Completion = []): Promise<Offer> {
  if (completes === "file" || completes === "folder") return { words: [], files: completes };
  const words = typeof completes === "function" ? await completes() : completes;
  // Among words, this one means files.
  return { words: words.filter((word) => word !== "FILE"), files: words.includes("FILE") ? "file" : "none" };
}
