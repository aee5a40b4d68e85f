import { parseArgs } from "node:util";
import { optional } from "../observe/json-value.ts";
import { type OutputFormat, reportFormats } from "../report/report-formats.ts";
import type { FailOn } from "../report/report-options.ts";
import { type CommandName, findCommand } from "./commands.ts";
import { failOnChoices } from "./fail-on-choices.ts";
import { type ConnectionFlags, readConnectionFlags } from "./connection-flags.ts";
import { allFlags, clusterFlagNames } from "./flags.ts";
import { type LabelSelector, parseLabelSelector } from "./label-selector.ts";
import { type DriftFlags, readDriftFlags } from "./drift-flags.ts";
import { type FlagValues, textOfFlag } from "./flag-values.ts";
import {
  parseChoice,
  parseDuration,
  parseListenAddress,
  parseShare,
  parseTime,
  type Share,
} from "./parse-flag-value.ts";
import { UsageError } from "./usage-error.ts";

/** What the command was asked to do. */
export interface Options {
  readonly command: CommandName | "help" | "version";
  /** Arguments: of a report, Ingresses as `name` or `namespace/name`; none stands for all. */
  readonly names: readonly string[];
  readonly isAllNamespaces: boolean;
  readonly namespace?: string;
  /** Labels that an Ingress must have. */
  readonly selector?: LabelSelector;
  /** The share of the namespaces to report on. */
  readonly shard?: Share;
  /** Where the cluster is, and who asks. */
  readonly connection: ConnectionFlags;
  /** Go on, and print what changes. */
  readonly isWatch: boolean;
  /** Where to serve metrics. */
  readonly serveMetrics?: { readonly host?: string; readonly port: number };
  /** Print the rights that a run needs, in place of running. */
  readonly isPrintRbac: boolean;
  /** A file, a folder or `-`. */
  readonly snapshot?: string;
  readonly output?: OutputFormat;
  /** Of \`snapshot\`: the path to write to. */
  readonly outputFile?: string;
  readonly failOn?: FailOn;
  readonly expiringWithinMs?: number;
  /** What to compare the cluster with, by `-f`. */
  readonly drift?: DriftFlags;
  /** Path of an earlier JSON report. */
  readonly baseline?: string;
  readonly isNewOnly: boolean;
  /** Path of a configuration file. */
  readonly config?: string;
  /** RFC 3339. */
  readonly at?: string;
  readonly isExitZero: boolean;
  readonly isVerbose: boolean;
  readonly requestTimeoutMs: number;
}

const defaultTimeoutMs = 30_000;

/**
 * Reads the command line by the table of flags.
 *
 * @throws {UsageError} If there is an unknown flag, a value that is not allowed, or flags that exclude each other.
 */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const command = findCommand(positionals[0]);
  const names = command.name === "report" ? positionals : positionals.slice(1);
  const isSet = (name: string): boolean => values[name] !== undefined;
  const textOf = (name: string): string | undefined => textOfFlag(values, name);
  if (isSet("help")) return parsed("help");
  if (isSet("version")) return parsed("version");
  if (names.length > command.maxArguments) {
    throw new UsageError(`"${command.name}" takes no names, found "${names[command.maxArguments]}"`);
  }
  const misplaced = allFlags.find(({ name, commands }) => isSet(name) && !commands.includes(command.name));
  if (misplaced !== undefined) throw new UsageError(`"${command.name}" does not take --${misplaced.name}`);
  const clusterFlag = clusterFlagNames.find(isSet);
  if (isSet("snapshot") && clusterFlag !== undefined) {
    throw new UsageError(`--snapshot reads no cluster, so it does not go with --${clusterFlag}`);
  }
  const unwatched = ["snapshot", "filename", "baseline"].find(isSet);
  if (isSet("watch") && unwatched !== undefined) {
    throw new UsageError(`--watch looks at a cluster, so it does not go with --${unwatched}`);
  }
  if (isSet("serve-metrics") && !isSet("watch")) {
    throw new UsageError("--serve-metrics needs --watch; -o prometheus prints the metrics of one report");
  }
  if (isSet("all-namespaces") && isSet("namespace")) throw new UsageError("-A and -n exclude each other");
  return { ...parsed(command.name), ...optional("drift", readDriftFlags(values, names)) };

  function parsed(name: Options["command"]): Options {
    const output = textOf("output");
    const failOn = textOf("fail-on");
    const expiringWithin = textOf("expiring-within");
    const at = textOf("at");
    const selector = textOf("selector");
    const serveMetrics = textOf("serve-metrics");
    const shard = textOf("shard");
    const requestTimeout = textOf("request-timeout");
    return {
      command: name,
      names,
      isAllNamespaces: isSet("all-namespaces"),
      ...optional("namespace", textOf("namespace")),
      ...optional("selector", selector === undefined ? undefined : parseLabelSelector(selector)),
      ...optional("shard", shard === undefined ? undefined : parseShare("--shard", shard)),
      connection: readConnectionFlags(values),
      isWatch: isSet("watch"),
      ...optional(
        "serveMetrics",
        serveMetrics === undefined ? undefined : parseListenAddress("--serve-metrics", serveMetrics),
      ),
      isPrintRbac: isSet("print-rbac"),
      ...optional("snapshot", textOf("snapshot")),
      ...(command.name === "snapshot"
        ? optional("outputFile", output)
        : optional("output", output === undefined ? undefined : parseChoice("-o", output, outputNames))),
      ...optional("failOn", failOn === undefined ? undefined : parseChoice("--fail-on", failOn, failOnChoices)),
      ...optional(
        "expiringWithinMs",
        expiringWithin === undefined ? undefined : parseDuration("--expiring-within", expiringWithin, Infinity),
      ),
      ...optional("baseline", textOf("baseline")),
      isNewOnly: isSet("new-only"),
      ...optional("config", textOf("config")),
      ...optional("at", at === undefined ? undefined : parseTime("--at", at)),
      isExitZero: isSet("exit-zero"),
      isVerbose: isSet("verbose"),
      requestTimeoutMs: requestTimeout === undefined
        ? defaultTimeoutMs
        : parseDuration("--request-timeout", requestTimeout),
    };
  }
}

const outputNames = reportFormats.map(({ name }) => name);

interface Parsed {
  readonly values: FlagValues;
  readonly positionals: readonly string[];
}

function parse(args: readonly string[]): Parsed {
  const options = Object.fromEntries(allFlags.map(({ name, short, value, isRepeatable }) =>
    [name, {
      type: value === undefined ? "boolean" : "string",
      ...optional("short", short),
      multiple: isRepeatable ?? false,
    }] as const
  ));
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    // Node adds advice about positional arguments after the first sentence.
    throw new UsageError(message.split(". ")[0] ?? message, { cause });
  }
}
