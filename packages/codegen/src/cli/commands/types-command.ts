import { choiceFlagOr, type Command, defineCommand, type FlagTable, inGroup } from "@kubeschema/command-kit";
import { checkSource, sourceFlags, type SourceOptions } from "../source-flags.ts";
import { targetFlags, type TargetOptions } from "../target-flags.ts";

/** The source of the types, and their form. */
export interface TypesOptions extends SourceOptions, TargetOptions {
  readonly style: "closed" | "open";
  readonly importEnding: "js" | "ts";
}

/** The flags of `types`. */
export const typesFlags: FlagTable<TypesOptions> = {
  ...sourceFlags,
  ...targetFlags,
  ...inGroup<Pick<TypesOptions, "style" | "importEnding">>("Output", {
    style: choiceFlagOr({
      value: "closed|open",
      choices: ["closed", "open"],
      fallback: "closed",
      help: "open adds [key: string]: any to every object",
    }),
    importEnding: choiceFlagOr({
      value: "js|ts",
      choices: ["js", "ts"],
      fallback: "js",
      help: "js is for trees that tsc or a bundler compiles, ts for Deno, Bun and Node's type stripping",
    }),
  }),
};

/** `types`: TypeScript types of kinds. */
export const typesCommand: Command = defineCommand<TypesOptions>({
  summary: "generate TypeScript types",
  description:
    "Generates one TypeScript module per group and version: an interface for every object, a builder and a " +
    "guard for every kind.",
  examples: [
    "kubeschema-codegen types --from crds/ --out src/gen",
    "kubeschema-codegen types --from cluster --kinds example.io --import-ending ts --out src/gen",
  ],
  flags: typesFlags,
  check: checkSource,
  run: async (options, call) => (await import("./types.ts")).runTypes(options, call),
});
