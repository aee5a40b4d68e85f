import type { Edge } from "./edge.ts";
import type { Options } from "./parse-options.ts";

/** What the command can be asked to do; `report` needs no name. */
export type CommandName = "report" | "demo" | "snapshot" | "compare" | "explain" | "completion";

/** One subcommand. */
export interface Command {
  readonly name: CommandName;
  /** What comes after `ingress-diff` in the usage. */
  readonly usage: string;
  readonly summary: string;
  /** Most arguments it takes, its own name left out. */
  readonly maxArguments: number;
  /** Loads the code and runs it; the number is the exit code. */
  readonly run: (options: Options, edge: Edge) => Promise<number>;
}

/** Every subcommand, in the order of `--help`. The code of each is loaded only when it runs. */
export const commands: readonly Command[] = [
  {
    name: "report",
    usage: "[NAME...] [flags]",
    summary: "Ingresses of a cluster, or of a snapshot",
    maxArguments: Infinity,
    run: async (options, edge) => (await import("./commands/report.ts")).runReport(options, edge),
  },
  {
    name: "demo",
    usage: "demo [flags]",
    summary: "a report on the snapshot of a shop's cluster, without a cluster",
    maxArguments: 0,
    run: async (options, edge) => (await import("./commands/demo.ts")).runDemo(options, edge),
  },
  {
    name: "snapshot",
    usage: "snapshot [-o FILE] [flags]",
    summary: "what a report reads, as one file: certificates, but no keys",
    maxArguments: 0,
    run: async (options, edge) => (await import("./commands/snapshot.ts")).runSnapshot(options, edge),
  },
  {
    name: "compare",
    usage: "compare OLD NEW|live [flags]",
    summary: "what is different between two snapshots, or between one and the cluster",
    maxArguments: 2,
    run: async (options, edge) => (await import("./commands/compare.ts")).runCompare(options, edge),
  },
  {
    name: "explain",
    usage: "explain [RULE]",
    summary: "what a rule finds, why it matters and what to do; without a name every rule",
    maxArguments: 1,
    run: async (options, edge) => (await import("./commands/explain.ts")).runExplain(options, edge),
  },
  {
    name: "completion",
    usage: "completion bash|zsh|fish",
    summary: "a script that completes commands, flags, their values and rules in that shell",
    maxArguments: 1,
    run: async (options, edge) => (await import("./commands/completion.ts")).runCompletion(options, edge),
  },
];

/** The subcommand that the first argument names; anything else is the name of an Ingress. */
export function findCommand(argument: string | undefined): Command {
  const named = commands.find(({ name }) => name !== "report" && name === argument);
  // The report is the first of the table above.
  return named ?? (commands[0] as Command);
}
