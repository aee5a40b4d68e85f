import { allRules } from "../../rules/all-rules.ts";
import { type CommandName, commands } from "../commands.ts";
import { allFlags } from "../flags.ts";

/** The shells that there are completions for. */
export const shells = ["bash", "zsh", "fish"] as const;

/** What a shell has to know about one subcommand. */
export interface CompletedCommand {
  /** `report` needs no name on the command line. */
  readonly name: CommandName;
  readonly summary: string;
  readonly flags: readonly CompletedFlag[];
  /** Words that may be its argument; none if only the cluster knows them. */
  readonly words: readonly string[];
  /** Whether a file may be its argument, too. */
  readonly takesFiles: boolean;
}

/** What a shell has to know about one flag. */
export interface CompletedFlag {
  readonly name: string;
  readonly short?: string;
  readonly help: string;
  /** What its value is: none, a file, one of some words, or something that only the user knows. */
  readonly value: "none" | "file" | "free" | readonly string[];
}

/** Everything that is completed, from the tables of subcommands, flags and rules. */
export function completionModel(): readonly CompletedCommand[] {
  return commands.map(({ name, summary }) => ({
    name,
    summary,
    flags: allFlags.filter((flag) => flag.commands.includes(name) || alwaysTaken.has(flag.name)).map((flag) => ({
      name: flag.name,
      ...(flag.short === undefined ? {} : { short: flag.short }),
      help: flag.help,
      value: flag.value === undefined
        ? "none"
        : flag.name === "output" && outputs[name] !== undefined
        ? outputs[name]
        : flag.choices ?? (isPath(flag.value) ? "file" : "free"),
    })),
    words: wordsOf(name),
    takesFiles: name === "compare",
  }));
}

const alwaysTaken: ReadonlySet<string> = new Set(["help", "version"]);

/** What `-o` takes where that is not the format of a report. */
const outputs: Readonly<Partial<Record<CommandName, CompletedFlag["value"]>>> = {
  snapshot: "file",
  compare: ["text", "json"],
};

function isPath(value: string): boolean {
  return /FILE|DIR|PATH/.test(value);
}

function wordsOf(command: CommandName): readonly string[] {
  if (command === "explain") return allRules.map(({ id }) => id);
  if (command === "completion") return shells;
  if (command === "compare") return ["live"];
  return command === "report" ? commands.map(({ name }) => name).filter((name) => name !== "report") : [];
}
