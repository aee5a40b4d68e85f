import { parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

/** The options of each command, as given; what is not given is undefined. */
export interface Options {
  readonly apiVersion: string | undefined;
  readonly context: string | undefined;
  readonly crds: readonly string[];
  readonly format: string | undefined;
  readonly from: string | undefined;
  readonly frontMatter: string | undefined;
  readonly kinds: string | undefined;
  readonly kubeconfig: string | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly out: string | undefined;
  readonly output: string | undefined;
  readonly packageName: string | undefined;
  readonly port: string | undefined;
  readonly recursive: boolean;
  readonly rules: readonly string[];
  readonly sourceLayout: string | undefined;
  readonly sourceUrl: string | undefined;
  readonly title: string | undefined;
  readonly versions: string | undefined;
}

/** A command line, understood. */
export interface CommandLine {
  readonly command: string | undefined;
  readonly operands: readonly string[];
  readonly options: Options;
  readonly isHelp: boolean;
  readonly isVersion: boolean;
}

export const SEE_HELP = "Try: kubeschema-docs --help";

/** Options that each command takes beside `--help` and `--version`. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  build: [
    ...["context", "crds", "format", "from", "front-matter", "kinds", "kubeconfig", "kubernetes-version", "out"],
    ...["package-name", "rules", "source-layout", "source-url", "title", "versions"],
  ],
  page: ["api-version", "format", "front-matter", "kubernetes-version", "package-name", "source-layout", "source-url"],
  explain: ["api-version", "crds", "kubernetes-version", "recursive"],
  compare: ["output"],
  serve: [
    ...["context", "crds", "from", "kinds", "kubeconfig", "kubernetes-version", "port", "rules", "title", "versions"],
  ],
};

/**
 * Reads the arguments.
 *
 * @throws {UsageError} If an option is unknown, or no option of the command.
 */
export function parseOptions(args: readonly string[]): CommandLine {
  const { values, positionals, tokens } = parse(args);
  const [command, ...operands] = positionals;
  const allowed = command !== undefined && Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  for (const token of tokens) {
    if (token.kind !== "option" || allowed === undefined || ["help", "version"].includes(token.name)) continue;
    if (!allowed.includes(token.name)) {
      throw new UsageError(`Cannot use ${token.rawName} with ${command}. ${SEE_HELP}`);
    }
  }
  return {
    command,
    operands,
    isHelp: values.help === true,
    isVersion: values.version === true,
    options: {
      apiVersion: values["api-version"],
      context: values.context,
      crds: values.crds ?? [],
      format: values.format,
      from: values.from,
      frontMatter: values["front-matter"],
      kinds: values.kinds,
      kubeconfig: values.kubeconfig,
      kubernetesVersion: values["kubernetes-version"],
      out: values.out,
      output: values.output,
      packageName: values["package-name"],
      port: values.port,
      recursive: values.recursive === true,
      rules: values.rules ?? [],
      sourceLayout: values["source-layout"],
      sourceUrl: values["source-url"],
      title: values.title,
      versions: values.versions,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      tokens: true,
      options: {
        "api-version": { type: "string" },
        context: { type: "string" },
        crds: { type: "string", multiple: true },
        format: { type: "string" },
        from: { type: "string" },
        "front-matter": { type: "string" },
        help: { type: "boolean", short: "h" },
        kinds: { type: "string" },
        kubeconfig: { type: "string" },
        "kubernetes-version": { type: "string" },
        out: { type: "string" },
        output: { type: "string", short: "o" },
        "package-name": { type: "string" },
        port: { type: "string" },
        recursive: { type: "boolean" },
        rules: { type: "string", multiple: true },
        "source-layout": { type: "string" },
        "source-url": { type: "string" },
        title: { type: "string" },
        version: { type: "boolean" },
        versions: { type: "string" },
      },
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(". ", 1)[0] : String(cause);
    throw new UsageError(`Cannot read the arguments: ${reason}. ${SEE_HELP}`, { cause });
  }
}
