import { type Command, defineCommand, type FlagTable, valueFlagOr } from "@kubeschema/command-kit";
import { checkSource, sourceFlags, type SourceOptions } from "../source-flags.ts";
import type { DocsWorld } from "../world.ts";
import { type BuildOptions, siteFlags } from "./build-command.ts";

/** The sources of a site, and the port where it is served. */
export interface ServeOptions extends SourceOptions, Pick<BuildOptions, "title" | "rules" | "pages"> {
  readonly port: number;
}

/** The flags of `serve`. */
export const serveFlags: FlagTable<ServeOptions> = {
  ...sourceFlags,
  ...siteFlags,
  port: valueFlagOr({
    value: "PORT",
    expects: "a number up to 65535",
    parse: (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined,
    fallback: 8080,
    defaultText: "8080",
    help: "the port to listen on; 0 selects a free one",
    group: "Output",
  }),
};

/** `serve`: a site that follows its sources. */
export const serveCommand: Command<DocsWorld> = defineCommand<ServeOptions, DocsWorld>({
  summary: "serve the site on 127.0.0.1, and build it again when a source changes",
  examples: ["kubeschema-docs serve --crds crds/", "kubeschema-docs serve --from cluster --port 0"],
  flags: serveFlags,
  check: checkSource,
  run: async (options, call) => (await import("./serve.ts")).runServe(options, call),
});
