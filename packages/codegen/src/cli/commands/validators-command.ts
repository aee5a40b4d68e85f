import { type Command, defineCommand, type FlagTable } from "@kubeschema/command-kit";
import { checkSource, sourceFlags, type SourceOptions } from "../source-flags.ts";
import { targetFlags, type TargetOptions } from "../target-flags.ts";

/** The source of the validators. */
export interface ValidatorsOptions extends SourceOptions, TargetOptions {}

/** The flags of `validators`. */
export const validatorsFlags: FlagTable<ValidatorsOptions> = { ...sourceFlags, ...targetFlags };

/** `validators`: JavaScript functions that find what a server would refuse. */
export const validatorsCommand: Command = defineCommand<ValidatorsOptions>({
  summary: "generate validators in JavaScript, with declarations",
  description:
    "Generates one JavaScript module per group and version, with a function for every kind that finds what " +
    "the API server would refuse.",
  examples: [
    "kubeschema-codegen validators --from crds/ --out src/validators",
    "kubeschema-codegen validators --from cluster --kinds example.io --out src/validators",
  ],
  flags: validatorsFlags,
  check: checkSource,
  run: async (options, call) => (await import("./validators.ts")).runValidators(options, call),
});
