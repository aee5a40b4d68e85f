import { parseArgs, type ParsedArgs, readOptions } from "./parse-args.ts";
import type { AnyFlagTable, Completion, FlagTable } from "./flag.ts";
import type { World } from "./world.ts";

/** What a command takes besides flags. */
export interface Operands {
  /** As the usage shows it: `KIND`, `[PATH...]`, `OLD NEW|live`. */
  readonly usage: string;
  /** Goes on after `"page" expects`: `one kind`. */
  readonly expects: string;
  /** 0 unless given. */
  readonly min?: number;
  /** No limit unless given. */
  readonly max?: number;
  readonly completes?: Completion;
}

/** What a command gets besides its options. */
export interface Call<W extends World = World> {
  /** The arguments that are not flags. */
  readonly operands: readonly string[];
  readonly world: W;
  /** The program's name, for what is printed on stderr. */
  readonly program: string;
  /** Prints an error as one that is thrown would be printed, and goes on. */
  readonly reportError: (error: unknown) => void;
}

/** The definition of a command. */
export interface CommandDefinition<Options, W extends World = World> {
  /** One line: what it does, without a capital and without a period. */
  readonly summary: string;
  /** Sentences for the command's own help. */
  readonly description?: string;
  /** Command lines for the command's own help. */
  readonly examples?: readonly string[];
  readonly flags: FlagTable<Options>;
  /** Nothing but flags unless given. */
  readonly operands?: Operands;
  /**
   * Throws a `UsageError` if options exclude or need each other.
   */
  readonly check?: (options: Options, operands: readonly string[]) => void;
  /** Loads the code with `import()` and runs it; the number is the exit code. */
  readonly run: (options: Options, call: Call<W>) => Promise<number>;
}

/** A command, its options out of sight. */
export interface Command<W extends World = World> extends Omit<CommandDefinition<never, W>, "flags" | "check" | "run"> {
  readonly flags: AnyFlagTable;
  /** Reads the options of a command line, and checks them; what comes back is ready to run. */
  readonly prepare: (
    parsed: ParsedArgs,
  ) => { readonly options: unknown; readonly run: (call: Call<W>) => Promise<number> };
}

/** A program of several commands. */
export interface Program<W extends World = World> {
  readonly name: string;
  /** Other names that it is installed under. */
  readonly aliases?: readonly string[];
  /** What it does, in sentences. */
  readonly summary: string;
  /** Command lines that `--help` opens with; at least two. */
  readonly examples: readonly string[];
  /** In the order of help. `help`, `version` and `completion` are there without being named. */
  readonly commands: Readonly<Record<string, Command<W>>>;
  /** The command that runs where none is named. */
  readonly defaultCommand?: string;
  /** Whether a word that is nearly the name of a command is an argument of the default command after all. */
  readonly isOperand?: (word: string, world: W) => Promise<boolean>;
  /** Whether `-output` means `--output`, as in Go programs. */
  readonly takesSingleDash?: boolean;
  /**
   * Flags that people expect, and the commands that do what they are expected to do, by how they are written:
   * `{ "--watch": "watch" }`. Whoever gives one is told the command.
   */
  readonly commandsForFlags?: Readonly<Record<string, string>>;
  /** What the exit codes mean, for help: `{ ok: "all valid", different: "some invalid" }`. */
  readonly exitCodes?: { readonly ok: string; readonly different?: string; readonly unknown?: string };
  /** Sentences at the end of help. */
  readonly notes?: readonly string[];
}

/** Makes a command: the types of its options stay between its table, its check and its code. */
export function defineCommand<Options, W extends World = World>(
  { check, run, ...words }: CommandDefinition<Options, W>,
): Command<W> {
  return {
    ...words,
    prepare: (parsed) => {
      const options = readOptions(words.flags, parsed);
      check?.(options, parsed.operands);
      return { options, run: (call) => run(options, call) };
    },
  };
}

/** Reads a command line by a table alone: for a program without commands, and for tests. */
export function parseFlags<Options>(
  flags: FlagTable<Options>,
  args: readonly string[],
): { readonly options: Options; readonly operands: readonly string[] } {
  const parsed = parseArgs(args, flags);
  return { options: readOptions(flags, parsed), operands: parsed.operands };
}
