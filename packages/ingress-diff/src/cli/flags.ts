import type { CommandName } from "./commands.ts";

/** One flag: what the parser, `--help` and the completions know about it. */
export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  readonly short?: string;
  /** What its value is called in `--help`; absent if it takes none. */
  readonly value?: string;
  /** The values it may have, where that is a closed list. */
  readonly choices?: readonly string[];
  readonly isRepeatable?: boolean;
  readonly help: string;
  /** The subcommands that take it; those of its group if not given. */
  readonly commands?: readonly CommandName[];
}

/** Flags that belong together in `--help`. */
export interface FlagGroup {
  readonly title: string;
  readonly commands: readonly CommandName[];
  readonly flags: readonly Flag[];
}

/** Every flag there is. */
export const flagGroups: readonly FlagGroup[] = [
  {
    title: "What to look at",
    commands: ["report", "demo"],
    flags: [
      { name: "namespace", short: "n", value: "NS", help: "one namespace; the default is the context's" },
      { name: "all-namespaces", short: "A", help: "every namespace" },
      {
        name: "snapshot",
        value: "FILE",
        help: 'what "kubectl get ... -o yaml" or "-o json" printed; a file, a folder, or - for stdin',
        commands: ["report"],
      },
      { name: "at", value: "TIME", help: "judge ages and certificates as of this time, such as 2026-01-31T08:00:00Z" },
    ],
  },
  {
    title: "Which cluster",
    commands: ["report"],
    flags: [
      {
        name: "kubeconfig",
        value: "FILE",
        help: "the default is $KUBECONFIG, then ~/.kube/config, then the pod's service account",
      },
      { name: "context", value: "NAME", help: "the default is the kubeconfig's current context" },
      { name: "request-timeout", value: "T", help: "for one request; the default is 30s" },
    ],
  },
  {
    title: "How to say it",
    commands: ["report", "demo"],
    flags: [
      { name: "output", short: "o", value: "FORMAT", choices: ["text", "json"], help: "the default is text" },
      { name: "verbose", help: "every Ingress and route, also the healthy ones" },
      { name: "exit-zero", help: "exit with 0 whatever is found" },
      { name: "version", help: "print the version" },
      { name: "help", short: "h", help: "print this" },
    ],
  },
];

/** Every flag with the subcommands that take it. */
export const allFlags: readonly (Flag & { readonly commands: readonly CommandName[] })[] = flagGroups.flatMap((group) =>
  group.flags.map((flag) => ({ ...flag, commands: flag.commands ?? group.commands }))
);
