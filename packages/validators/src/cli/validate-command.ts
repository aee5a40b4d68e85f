import {
  choiceFlagOr,
  type Command,
  defineCommand,
  type Flag,
  type FlagTable,
  inGroup,
  kubernetesVersionFlag,
  listFlag,
  switchFlag,
  textsFlag,
  UsageError,
  valueFlagOr,
  valuesFlag,
} from "@kubeschema/command-kit";
import { kubeconformFlags } from "./kubeconform-flags.ts";
import { type Format, formats } from "./report/create-reporter.ts";
import type { ValidateOptions } from "./validate-options.ts";
import type { ValidateWorld } from "./world.ts";

const release: Flag<string | undefined> = kubernetesVersionFlag({
  help: "the release whose API server judges; the newest by default",
});

type Rules = Pick<
  ValidateOptions,
  "kubernetesVersion" | "strict" | "crds" | "skip" | "reject" | "ignoreMissingSchemas" | "ignoreFilenamePattern"
>;
type Output = Omit<ValidateOptions, keyof Rules | keyof typeof kubeconformFlags>;

/** The flags of the command. */
export const validateFlags: FlagTable<ValidateOptions> = {
  ...inGroup<Output>("Output", {
    output: choiceFlagOr<Format>({
      short: "o",
      value: "FORMAT",
      choices: formats,
      // kubeconform has "pretty", which is text with colours.
      aliases: { pretty: "text" },
      fallback: "text",
      help: "how to print it",
    }),
    summary: switchFlag({ help: "end with the counts" }),
    verbose: switchFlag({ help: "list valid and skipped objects too" }),
    exitZero: switchFlag({ help: "exit 0 for invalid objects too" }),
    exitOnError: switchFlag({ help: "stop at the first object that is invalid or cannot be read" }),
    threads: valueFlagOr<1 | 2>({
      short: "n",
      value: "N",
      expects: "a number of threads",
      parse: (text) => /^[1-9]\d{0,3}$/.test(text) ? text === "1" ? 1 : 2 : undefined,
      fallback: 1,
      defaultText: "1",
      help: "with 2 or more, a long run takes a second thread",
    }),
  }),
  ...inGroup<Rules>("Rules", {
    // kubeconform's word for the newest.
    kubernetesVersion: {
      ...release,
      read: (given, name) => release.read(given.filter(({ text }) => text !== "master"), name),
    },
    strict: switchFlag({ isOn: true, help: "do not report fields that do not exist" }),
    crds: textsFlag({
      value: "SOURCE",
      expects: "a file, a folder, - or cluster",
      help:
        'judge custom resources by these CustomResourceDefinitions, CEL rules included: a file, a folder, - for stdin, or "cluster", which is read with kubectl',
      completes: ["FILE", "cluster"],
    }),
    skip: listFlag({ value: "KIND", help: "skip a kind: Secret or apps/v1/Deployment" }),
    reject: listFlag({ value: "KIND", help: "report every object of a kind" }),
    ignoreMissingSchemas: switchFlag({ help: "skip kinds without a schema, such as custom resources" }),
    ignoreFilenamePattern: valuesFlag({
      value: "REGEXP",
      expects: "a regular expression",
      parse: parsePattern,
      help: "skip files and folders whose path matches",
    }),
  }),
  ...kubeconformFlags,
};

/** The one command: it judges manifests. */
export const validateCommand: Command<ValidateWorld> = defineCommand<ValidateOptions, ValidateWorld>({
  summary: "judge manifests",
  flags: validateFlags,
  operands: { usage: "[PATH...]", expects: "files, folders or - for stdin", completes: "file" },
  check: ({ crds }, paths) => {
    // Without arguments, stdin is validated.
    const isStdinTaken = paths.length === 0 || paths.includes("-");
    const stdinCount = crds.filter((place) => place === "-").length;
    if (stdinCount > 1 || (stdinCount === 1 && isStdinTaken)) {
      throw new UsageError("--crds - and the manifests cannot both come from stdin: name the files of one of them");
    }
  },
  run: async (options, call) => (await import("./validate.ts")).runValidate(options, call),
});

function parsePattern(text: string): RegExp | undefined {
  try {
    return new RegExp(text);
  } catch {
    return undefined;
  }
}
