import { parseArgs } from "node:util";
import { CommandError, reasonOf } from "./command-error.ts";

/** What can be generated. */
export type Target = "types" | "validators";

/** What the command was asked to do. */
export interface Options {
  readonly target: Target;
  /** Files, folders, URLs, `-` or `cluster`. */
  readonly from: readonly string[];
  readonly out: string | undefined;
  readonly isForced: boolean;
  readonly kinds: readonly string[];
  readonly style: "closed" | "open";
  readonly importEnding: ".js" | ".ts";
  readonly kubernetesVersion: string | undefined;
  readonly context: string | undefined;
  readonly kubeconfig: string | undefined;
}

const flags = {
  from: { type: "string", multiple: true },
  out: { type: "string" },
  force: { type: "boolean" },
  kinds: { type: "string", multiple: true },
  style: { type: "string" },
  "import-ending": { type: "string" },
  "kubernetes-version": { type: "string" },
  context: { type: "string" },
  kubeconfig: { type: "string" },
  version: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const hint = "kubeschema-codegen --help";

/**
 * Reads the command line.
 *
 * @throws {CommandError} If there is an unknown flag, a value that is not allowed, or something is missing.
 */
export function parseOptions(args: readonly string[]): Options | "help" | "version" {
  const { values, positionals } = parse(args);
  if (values.help) return "help";
  if (values.version) return "version";
  const [target, ...others] = positionals;
  if (target !== "types" && target !== "validators") {
    const found = target === undefined ? "nothing" : `"${target}"`;
    throw new CommandError(`Expected "types" or "validators", found ${found}`, { hint });
  }
  if (others.length > 0) throw new CommandError(`Expected one command, found also "${others.join(" ")}"`, { hint });
  const from = values.from ?? [];
  if (from.length === 0 || from.includes("")) {
    throw new CommandError("Cannot tell what to read: --from is missing", { hint });
  }
  const isCluster = from.includes("cluster");
  if (isCluster && from.length > 1) throw new CommandError("--from cluster goes with no other --from", { hint });
  if (!isCluster && (values.context ?? values.kubeconfig) !== undefined) {
    throw new CommandError("--context and --kubeconfig go only with --from cluster", { hint });
  }
  if (values.out === "") throw new CommandError("--out expects a folder, found nothing", { hint });
  return {
    target,
    from,
    out: values.out,
    isForced: values.force ?? false,
    kinds: (values.kinds ?? []).flatMap((list) => list.split(",")).map((kind) => kind.trim()).filter((kind) =>
      kind !== ""
    ),
    style: parseStyle(values.style, target),
    importEnding: parseEnding(values["import-ending"], target),
    kubernetesVersion: parseVersion(values["kubernetes-version"]),
    context: values.context,
    kubeconfig: values.kubeconfig,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (cause) {
    // Node adds advice about positional arguments after the first sentence.
    throw new CommandError(reasonOf(cause).split(". ")[0] ?? "", { hint, cause });
  }
}

function parseStyle(value: string | undefined, target: Target): "closed" | "open" {
  if (value !== undefined && target === "validators") {
    throw new CommandError("--style goes only with types: validators report every unknown field", { hint });
  }
  if (value === undefined || value === "closed" || value === "open") return value ?? "closed";
  throw new CommandError(`--style expects "closed" or "open", found "${value}"`, { hint });
}

function parseEnding(value: string | undefined, target: Target): ".js" | ".ts" {
  if (value !== undefined && target === "validators") {
    throw new CommandError("--import-ending goes only with types: validators are JavaScript", { hint });
  }
  if (value === undefined || value === "js") return ".js";
  if (value === "ts") return ".ts";
  throw new CommandError(`--import-ending expects "js" or "ts", found "${value}"`, { hint });
}

function parseVersion(value: string | undefined): string | undefined {
  if (value === undefined || /^v1\.\d+$/.test(value)) return value;
  throw new CommandError(`--kubernetes-version expects a release such as v1.36, found "${value}"`, { hint });
}
