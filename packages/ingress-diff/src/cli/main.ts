import type { ClusterView } from "../observe/cluster-view.ts";
import { ObservationError } from "../observe/observation-error.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { formatJsonReport } from "../report/json-report.ts";
import { escapeText } from "../report/terminal-text.ts";
import { formatTextReport } from "../report/text-report.ts";
import { evaluate, type Evaluation } from "../rules/evaluate.ts";
import { helpText } from "./help.ts";
import { type Options, parseOptions } from "./parse-options.ts";
import { readSnapshotTexts, type SnapshotFiles } from "./read-snapshot-texts.ts";
import { createSelection } from "./select-ingresses.ts";
import { UsageError } from "./usage-error.ts";

/** Where the command writes to. */
interface OutputStream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The real world, handed in by `bin.ts`. */
export interface Edge {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly now: () => Date;
  readonly files: SnapshotFiles;
  readonly version: () => string;
  /** Path of the demo's snapshot. */
  readonly demoPath: string;
}

/** Runs the command and returns its exit code. */
export async function main(edge: Edge): Promise<number> {
  try {
    return await run(parseOptions(edge.args), edge);
  } catch (error) {
    edge.stderr.write(`ingress-diff: ${formatError(error)}\n`);
    if (edge.env.DEBUG === "1" && error instanceof Error) edge.stderr.write(`${error.stack}\n`);
    return 2;
  }
}

async function run(options: Options, edge: Edge): Promise<number> {
  if (options.command === "help") {
    edge.stdout.write(helpText);
    return 0;
  }
  if (options.command === "version") {
    edge.stdout.write(`${edge.version()}\n`);
    return 0;
  }
  const view = await observe(options, edge);
  const select = createSelection(view, options);
  const evaluation = evaluate(view, { at: options.at ?? view.at, select });
  edge.stdout.write(options.output === "json" ? formatJsonReport(evaluation) : formatText(evaluation, options, edge));
  return options.isExitZero ? 0 : exitCode(evaluation);
}

async function observe(options: Options, edge: Edge): Promise<ClusterView> {
  const at = edge.now().toISOString();
  if (options.command === "demo") {
    const texts = await readSnapshotTexts(edge.demoPath, edge.files);
    return observeSnapshot(texts, { source: "demo snapshot", at });
  }
  if (options.snapshot !== undefined) {
    const texts = await readSnapshotTexts(options.snapshot, edge.files);
    return observeSnapshot(texts, { source: options.snapshot === "-" ? "stdin" : `snapshot ${options.snapshot}`, at });
  }
  // Loaded here: what talks to a cluster is most of the program, and a snapshot needs none of it.
  const { observeWithKubeconfig } = await import("./observe-with-kubeconfig.ts");
  return observeWithKubeconfig(options, edge);
}

function formatText(evaluation: Evaluation, options: Options, { stdout, env }: Edge): string {
  const isTerminal = stdout.isTTY === true;
  return formatTextReport(evaluation, {
    width: stdout.columns ?? (Number(env.COLUMNS) || 100),
    hasColor: isTerminal && !env.NO_COLOR && env.TERM !== "dumb",
    isVerbose: options.isVerbose,
  });
}

/** Notes (severity `info`) are worth knowing and change no exit code. */
function exitCode({ findings }: Evaluation): number {
  const counted = findings.filter((finding) => finding.severity !== "info");
  if (counted.some((finding) => finding.outcome === "fail")) return 1;
  return counted.length > 0 ? 2 : 0;
}

function formatError(error: unknown): string {
  if (error instanceof ObservationError) return `${escapeText(error.message)}. Try: ${escapeText(error.hint)}`;
  if (error instanceof UsageError) return `${escapeText(error.message)}. Try: ingress-diff --help`;
  return `${escapeText(error instanceof Error ? error.message : String(error))}. Try: DEBUG=1 shows where`;
}
