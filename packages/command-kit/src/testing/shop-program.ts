import { UsageError } from "../command-error.ts";
import {
  choiceFlagOr,
  durationFlag,
  type FlagTable,
  inGroup,
  kubernetesVersionFlag,
  listFlag,
  switchFlag,
  textFlag,
  textsFlag,
} from "../flag.ts";
import { defineCommand, type Program } from "../program.ts";

interface ClusterOptions {
  readonly context?: string;
  readonly asGroup: readonly string[];
}

interface ListOptions extends ClusterOptions {
  readonly output: "text" | "json" | "wide";
  readonly allNamespaces: boolean;
  readonly strict: boolean;
  readonly skip: readonly string[];
  readonly within?: number;
  readonly kubernetesVersion?: string;
}

const clusterFlags: FlagTable<ClusterOptions> = inGroup("Cluster", {
  context: textFlag({ value: "NAME", help: "the default is the kubeconfig's current context" }),
  asGroup: textsFlag({ value: "GROUP", help: "act as a member of this group" }),
});

const listFlags: FlagTable<ListOptions> = {
  output: choiceFlagOr({
    short: "o",
    value: "FORMAT",
    choices: ["text", "json", "wide"],
    aliases: { pretty: "text" },
    fallback: "text",
    help: "how to print it",
  }),
  allNamespaces: switchFlag({ short: "A", help: "every namespace" }),
  strict: switchFlag({ isOn: true, help: "do not report fields that do not exist" }),
  skip: listFlag({ value: "KIND", help: "leave out a kind" }),
  within: durationFlag({ value: "T", help: "warn this long before" }),
  kubernetesVersion: kubernetesVersionFlag({ help: "the release" }),
  ...clusterFlags,
};

const list = defineCommand<ListOptions>({
  summary: "list what is in the shop",
  flags: listFlags,
  operands: { usage: "[NAME...]", expects: "names" },
  check: ({ allNamespaces, context }) => {
    if (allNamespaces && context === "none") throw new UsageError("-A does not go with --context none");
  },
  run: (options, { world, operands }) => {
    world.stderr.write("a note\n");
    world.stdout.write(`${JSON.stringify({ options, operands })}\n`);
    return Promise.resolve(0);
  },
});

const copy = defineCommand<
  { readonly out?: string; readonly output?: string; readonly from?: string; readonly into?: string }
>({
  summary: "copy one thing to a file",
  description: "Copies one thing to a file, which is replaced.",
  examples: ["shop copy soap --out a.txt"],
  flags: {
    out: textFlag({ value: "FILE", help: "where to" }),
    output: textFlag({ short: "o", value: "FILE", help: "the same" }),
    from: textFlag({ value: "SOURCE", help: "from where", completes: ["FILE", "cluster"] }),
    into: textFlag({ value: "DIR", help: "into which folder" }),
  },
  operands: { usage: "THING", expects: "one thing", min: 1, max: 1, completes: ["soap", "towel", "FILE"] },
  run: async ({ out }, { operands: [name], reportError }) => {
    if (name === "bug") throw new TypeError("x is undefined");
    reportError(new Error(`Cannot copy "${name}" to\n  "${out}"`));
    return 1;
  },
});

/** A program with a default command, for the tests of the kit. */
export const shop: Program = {
  name: "shop",
  aliases: ["kubectl-shop"],
  summary: "Sells things.",
  examples: ["shop -A -o json", "cat list | shop copy soap"],
  commands: { list, copy },
  defaultCommand: "list",
  isOperand: async (word, { files }) => await files.exists(word),
  exitCodes: { ok: "all sold", different: "some left" },
};
