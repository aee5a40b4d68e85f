import { choiceFlagOr, type Command, defineCommand, type FlagTable } from "@kubeschema/command-kit";
import type { DocsWorld } from "../world.ts";

/** The form of a printed comparison. */
export interface CompareOptions {
  readonly output: "text" | "markdown" | "json";
}

/** The flags of `compare`. */
export const compareFlags: FlagTable<CompareOptions> = {
  output: choiceFlagOr({
    short: "o",
    value: "FORMAT",
    choices: ["text", "markdown", "json"],
    fallback: "text",
    help: "the format of the output",
  }),
};

/** `compare`: the changes between two releases. */
export const compareCommand: Command<DocsWorld> = defineCommand<CompareOptions, DocsWorld>({
  summary: "list what changed in the API between two releases",
  examples: ["kubeschema-docs compare 1.35 1.36", "kubeschema-docs compare v1.30 v1.36 -o json"],
  flags: compareFlags,
  operands: { usage: "RELEASE RELEASE", expects: "two releases such as 1.35 and 1.36", min: 2, max: 2 },
  run: async (options, call) => (await import("./compare.ts")).runCompare(options, call),
});
