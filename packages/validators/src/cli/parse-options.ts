import { parseArgs } from "node:util";
import { parseKubernetesVersion } from "../kubernetes-version.ts";
import { CommandError } from "./command-error.ts";
import { toOwnFlags } from "./kubeconform-flags.ts";
import { type Format, formats } from "./report/reporter.ts";

/** What the command was asked to do. */
export interface Options {
  /** Files, folders and `-`; none stands for stdin. */
  readonly paths: readonly string[];
  readonly output: Format;
  readonly kubernetesVersion: string | undefined;
  readonly areUnknownFieldsIgnored: boolean;
  readonly areMissingSchemasIgnored: boolean;
  readonly skippedKinds: readonly string[];
  readonly rejectedKinds: readonly string[];
  /** Where CustomResourceDefinitions are: files, folders, `-` and `cluster`. */
  readonly crds: readonly string[];
  /** The definitions themselves, once they are read. */
  readonly crdDefinitions?: readonly unknown[];
  readonly ignoredPatterns: readonly RegExp[];
  readonly isExitZero: boolean;
  readonly isExitOnError: boolean;
  readonly hasSummary: boolean;
  readonly isVerbose: boolean;
  /** Threads beyond the second do not pay. */
  readonly threadCount: 1 | 2;
}

const flags = {
  output: { type: "string", short: "o" },
  "kubernetes-version": { type: "string" },
  strict: { type: "boolean" },
  "ignore-missing-schemas": { type: "boolean" },
  skip: { type: "string", multiple: true },
  reject: { type: "string", multiple: true },
  crds: { type: "string", multiple: true },
  "ignore-filename-pattern": { type: "string", multiple: true },
  "exit-zero": { type: "boolean" },
  "exit-on-error": { type: "boolean" },
  summary: { type: "boolean" },
  verbose: { type: "boolean" },
  threads: { type: "string", short: "n" },
  version: { type: "boolean", short: "v" },
  help: { type: "boolean", short: "h" },
} as const;

/** The flags that take no value. */
const switches: ReadonlySet<string> = new Set(
  Object.entries(flags).filter(([, { type }]) => type === "boolean").map(([name]) => name),
);

/**
 * Reads the command line, kubeconform's flags included.
 *
 * @throws {CommandError} If there is an unknown flag, or a value that is not allowed.
 */
export function parseOptions(args: readonly string[]): Options | "help" | "version" {
  const { values, positionals } = parse(toOwnFlags(args, new Set(Object.keys(flags)), switches));
  if (values.help) return "help";
  if (values.version) return "version";
  if (positionals.includes("")) throw new CommandError("Expected a file or folder, found an empty argument");
  return {
    paths: positionals,
    output: parseOutput(values.output),
    kubernetesVersion: parseVersion(values["kubernetes-version"]),
    areUnknownFieldsIgnored: values.strict === false,
    areMissingSchemasIgnored: values["ignore-missing-schemas"] ?? false,
    skippedKinds: parseList(values.skip),
    rejectedKinds: parseList(values.reject),
    crds: parseCrds(values.crds ?? [], positionals),
    ignoredPatterns: (values["ignore-filename-pattern"] ?? []).map(parsePattern),
    isExitZero: values["exit-zero"] ?? false,
    isExitOnError: values["exit-on-error"] ?? false,
    hasSummary: values.summary ?? false,
    isVerbose: values.verbose ?? false,
    threadCount: parseThreads(values.threads),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true, allowNegative: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    // Node adds advice about positional arguments after the first sentence.
    throw new CommandError(message.split(". ")[0] ?? message);
  }
}

function parseOutput(value: string | undefined): Format {
  // kubeconform has "pretty", which is text with colours.
  const wanted = value === undefined || value === "pretty" ? "text" : value;
  const format = formats.find((name) => name === wanted);
  if (format !== undefined) return format;
  throw new CommandError(`-o expects one of ${formats.join(", ")}, found "${value}"`);
}

function parseVersion(value: string | undefined): string | undefined {
  // kubeconform's word for the newest.
  if (value === undefined || value === "master") return undefined;
  try {
    parseKubernetesVersion(value);
    return value;
  } catch {
    throw new CommandError(`--kubernetes-version expects a release such as 1.36, found "${value}"`);
  }
}

function parseThreads(value: string | undefined): 1 | 2 {
  if (value === undefined) return 1;
  if (/^[1-9]\d{0,3}$/.test(value)) return value === "1" ? 1 : 2;
  throw new CommandError(`-n expects a number of threads, found "${value}"`);
}

function parseList(values: readonly string[] | undefined): readonly string[] {
  return (values ?? []).flatMap((list) => list.split(",")).map((name) => name.trim()).filter((name) => name !== "");
}

function parseCrds(places: readonly string[], paths: readonly string[]): readonly string[] {
  if (places.includes("")) throw new CommandError("--crds expects a file, a folder, - or cluster, found nothing");
  // Without arguments, stdin is what is validated.
  const isStdinTaken = paths.length === 0 || paths.includes("-");
  const stdinCount = places.filter((place) => place === "-").length;
  if (stdinCount > 1 || (stdinCount === 1 && isStdinTaken)) {
    throw new CommandError("--crds - and the manifests cannot both come from stdin: name the files of one of them");
  }
  return places;
}

function parsePattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw new CommandError(`--ignore-filename-pattern expects a regular expression, found "${text}"`);
  }
}
