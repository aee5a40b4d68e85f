import { choiceFlagOr, type Command, defineCommand, type FlagTable } from "@kubeschema/command-kit";
import { kindFlags, type KindOptions } from "../kind-flags.ts";
import { checkPageOptions, pageFlags, type PageOptions } from "../page-flags.ts";
import type { DocsWorld } from "../world.ts";

/** The form of a printed page. */
export interface PageCommandOptions extends KindOptions, PageOptions {
  readonly format: "markdown" | "html" | "json" | "seed";
}

/** The flags of `page`. */
export const pageCommandFlags: FlagTable<PageCommandOptions> = {
  ...kindFlags,
  format: choiceFlagOr({
    value: "FORMAT",
    choices: ["markdown", "html", "json", "seed"],
    fallback: "markdown",
    help: "the format of the output",
    group: "Output",
  }),
  ...pageFlags,
};

/** `page`: the reference page of one kind. */
export const pageCommand: Command<DocsWorld> = defineCommand<PageCommandOptions, DocsWorld>({
  summary: "print the reference page of a kind",
  examples: [
    "kubeschema-docs page Ingress",
    "kubeschema-docs page ing --kubernetes-version 1.33 --format html > ingress.html",
  ],
  flags: pageCommandFlags,
  operands: { usage: "KIND", expects: "one kind", min: 1, max: 1 },
  check: (options) => checkPageOptions(options.format, options),
  run: async (options, call) => (await import("./page.ts")).runPage(options, call),
});
