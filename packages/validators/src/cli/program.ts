import type { Program } from "@kubeschema/command-kit";
import { validateCommand } from "./validate-command.ts";
import type { ValidateWorld } from "./world.ts";

/** `kubeschema-validate`. */
export const program: Program<ValidateWorld> = {
  name: "kubeschema-validate",
  summary:
    "Tells what the API server would refuse in manifests, YAML or JSON, with file, line and column. It needs no " +
    'cluster and no network. Arguments are files, folders (all .yaml, .yml and .json in them) and "-" for stdin, which is ' +
    "also read where there are none.",
  examples: [
    "kubeschema-validate deploy/ ingress.yaml",
    "helm template chart | kubeschema-validate --kubernetes-version 1.33 -o github",
  ],
  commands: { validate: validateCommand },
  defaultCommand: "validate",
  // A folder of manifests may be called "helm".
  isOperand: async (word, { files }) => await files.exists(word),
  takesSingleDash: true,
  exitCodes: {
    ok: "all valid",
    different: "some invalid",
    unknown: "something could not be read or judged, or wrong usage",
  },
  notes: [
    "Flags of kubeconform work as they are: -strict, -summary, -output json, -schema-location default and others.",
  ],
};
