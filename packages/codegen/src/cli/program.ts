import type { Program } from "@kubeschema/command-kit";
import { typesCommand } from "./commands/types-command.ts";
import { validatorsCommand } from "./commands/validators-command.ts";

/** `kubeschema-codegen`. */
export const program: Program = {
  name: "kubeschema-codegen",
  summary:
    "Generates TypeScript types or validators for the kinds of CustomResourceDefinitions, also in a List, or of " +
    "OpenAPI v2 and v3.0 documents. The form of each document is recognised.",
  examples: [
    "kubeschema-codegen types --from crds/ --out src/gen",
    "kubeschema-codegen validators --from cluster --kinds example.io --out src/validators",
  ],
  commands: { types: typesCommand, validators: validatorsCommand },
};
