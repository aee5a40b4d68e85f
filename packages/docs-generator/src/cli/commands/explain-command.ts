import { type Command, defineCommand, type FlagTable, switchFlag, textsFlag } from "@kubeschema/command-kit";
import { kindFlags, type KindOptions } from "../kind-flags.ts";
import type { DocsWorld } from "../world.ts";

/** The schemas to explain, and the form of the explanation. */
export interface ExplainOptions extends KindOptions {
  readonly crds: readonly string[];
  readonly recursive: boolean;
}

/** The flags of `explain`. */
export const explainFlags: FlagTable<ExplainOptions> = {
  ...kindFlags,
  crds: textsFlag({
    value: "FILE",
    expects: "a file or a folder",
    help: "additional CustomResourceDefinitions, from a file or a folder",
    group: "Input",
  }),
  recursive: switchFlag({ help: "list all fields below, without texts", group: "Output" }),
};

/** `explain`: one field, as `kubectl explain` explains it. */
export const explainCommand: Command<DocsWorld> = defineCommand<ExplainOptions, DocsWorld>({
  summary: "explain a field, as kubectl does, without a cluster",
  examples: [
    "kubeschema-docs explain ingress.spec.rules",
    "kubeschema-docs explain shop.spec --crds crds/ --recursive",
  ],
  flags: explainFlags,
  operands: { usage: "KIND[.FIELD...]", expects: "one path such as ingress.spec.rules", min: 1, max: 1 },
  run: async (options, call) => (await import("./explain.ts")).runExplain(options, call),
});
