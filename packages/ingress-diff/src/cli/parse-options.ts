import { parseArgs } from "node:util";
import { optional } from "../observe/json-value.ts";
import { UsageError } from "./usage-error.ts";

/** What the command was asked to do. */
export interface Options {
  readonly command: "report" | "demo" | "help" | "version";
  /** `name` or `namespace/name`; none stands for all. */
  readonly names: readonly string[];
  readonly isAllNamespaces: boolean;
  readonly namespace?: string;
  readonly context?: string;
  readonly kubeconfig?: string;
  /** A file, a folder or `-`. */
  readonly snapshot?: string;
  readonly output: "text" | "json";
  /** RFC 3339. */
  readonly at?: string;
  readonly isExitZero: boolean;
  readonly isVerbose: boolean;
  readonly requestTimeoutMs: number;
}

const defaultTimeoutMs = 30_000;

/**
 * Reads the command line.
 *
 * @throws {UsageError} If there is an unknown flag, a value that is not allowed, or flags that exclude each other.
 */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const isDemo = positionals[0] === "demo";
  if (isDemo && positionals.length > 1) {
    throw new UsageError(`"demo" takes no names, found "${positionals[1]}"`);
  }
  if (isDemo && (values.snapshot ?? values.kubeconfig ?? values.context) !== undefined) {
    throw new UsageError(
      '"demo" reads its own snapshot, so it goes with none of --snapshot, --kubeconfig and --context',
    );
  }
  if (values.snapshot !== undefined && (values.kubeconfig ?? values.context) !== undefined) {
    throw new UsageError("--snapshot reads no cluster, so it goes with neither --kubeconfig nor --context");
  }
  if (values["all-namespaces"] && values.namespace !== undefined) {
    throw new UsageError("-A and -n exclude each other");
  }
  return {
    command: values.help ? "help" : values.version ? "version" : isDemo ? "demo" : "report",
    names: isDemo ? [] : positionals,
    isAllNamespaces: values["all-namespaces"] ?? false,
    ...optional("namespace", values.namespace),
    ...optional("context", values.context),
    ...optional("kubeconfig", values.kubeconfig),
    ...optional("snapshot", values.snapshot),
    output: parseOutput(values.output),
    ...optional("at", parseTime(values.at)),
    isExitZero: values["exit-zero"] ?? false,
    isVerbose: values.verbose ?? false,
    requestTimeoutMs: parseDuration(values["request-timeout"]),
  };
}

const flags = {
  "all-namespaces": { type: "boolean", short: "A" },
  namespace: { type: "string", short: "n" },
  context: { type: "string" },
  kubeconfig: { type: "string" },
  snapshot: { type: "string" },
  output: { type: "string", short: "o" },
  at: { type: "string" },
  "exit-zero": { type: "boolean" },
  verbose: { type: "boolean" },
  "request-timeout": { type: "string" },
  version: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Parsed = ReturnType<typeof parseArgs<{ options: typeof flags; allowPositionals: true }>>;

function parse(args: readonly string[]): Parsed {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    // Node adds advice about positional arguments after the first sentence.
    throw new UsageError(message.split(". ")[0] ?? message, { cause });
  }
}

function parseOutput(value: string | undefined): "text" | "json" {
  if (value === undefined || value === "text" || value === "json") return value ?? "text";
  throw new UsageError(`-o expects "text" or "json", found "${value}"`);
}

function parseTime(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const isTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value);
  if (isTime && !Number.isNaN(Date.parse(value))) return value;
  throw new UsageError(`--at expects a time such as 2026-01-31T08:00:00Z, found "${value}"`);
}

function parseDuration(value: string | undefined): number {
  if (value === undefined) return defaultTimeoutMs;
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(value) ?? [];
  const ms = Number(number) * (unit === "ms" ? 1 : unit === "m" ? 60_000 : 1000);
  // A timer of Node holds at most 2^31 - 1 milliseconds.
  if (number !== undefined && ms > 0 && ms < 2 ** 31) return ms;
  throw new UsageError(`--request-timeout expects a time such as 30s, found "${value}"`);
}
