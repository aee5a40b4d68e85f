import {
  choiceFlagOr,
  type Command,
  defineCommand,
  type FlagTable,
  inGroup,
  textFlag,
  textsFlag,
  UsageError,
} from "@kubeschema/command-kit";
import { checkPageOptions, pageFlags, type PageOptions } from "../page-flags.ts";
import { checkSource, sourceFlags, type SourceOptions } from "../source-flags.ts";
import type { DocsWorld } from "../world.ts";

/** The formats of a tree of pages. */
export type TreeFormat = "html" | "markdown" | "seed" | "json";

/** The sources of a tree of pages, and its form. */
export interface BuildOptions extends SourceOptions, PageOptions {
  readonly out?: string;
  readonly format: TreeFormat;
  readonly title?: string;
  readonly rules: readonly string[];
  readonly pages: readonly string[];
}

/** The flags for the appearance of a site. */
export const siteFlags: FlagTable<Pick<BuildOptions, "title" | "rules" | "pages">> = inGroup("Output", {
  title: textFlag({ value: "TEXT", help: "the site's name" }),
  rules: textsFlag({
    value: "FILE",
    expects: "a file or a folder",
    help: "pages of rules, from a file or a folder: { title, rules: [{ id, summary, severity, why, fix }] }",
  }),
  pages: textsFlag({
    value: "FILE",
    expects: "a file or a folder",
    help: "a guide next to the reference: pages of Markdown, from a file or a folder",
  }),
});

/** The flags of `build`. */
export const buildFlags: FlagTable<BuildOptions> = {
  ...sourceFlags,
  ...inGroup<Pick<BuildOptions, "out" | "format">>("Output", {
    out: textFlag({
      value: "DIR",
      help: "the folder to write to, which is replaced as a whole; refused if it has other files",
    }),
    format: choiceFlagOr({
      value: "FORMAT",
      choices: ["html", "markdown", "seed", "json"],
      fallback: "html",
      help: "a site, or a tree of pages",
    }),
  }),
  ...siteFlags,
  ...pageFlags,
};

/** `build`: a site, or a tree of pages. */
export const buildCommand: Command<DocsWorld> = defineCommand<BuildOptions, DocsWorld>({
  summary: "write a site, or a tree of pages",
  examples: [
    "kubeschema-docs build --versions v1.35,v1.36 --out site",
    "kubeschema-docs build --from crds/ --format markdown --out docs",
  ],
  flags: buildFlags,
  check: (options) => {
    if (options.out === undefined) throw new UsageError("Cannot tell where to write: --out is missing");
    checkSource(options);
    checkPageOptions(options.format, options);
    for (const flag of ["rules", "pages"] as const) {
      if (options[flag].length === 0 || options.format === "html") continue;
      throw new UsageError(`--${flag} does not go with --format ${options.format}: only the site has such pages`);
    }
  },
  run: async (options, call) => (await import("./build.ts")).runBuild(options, call),
});
