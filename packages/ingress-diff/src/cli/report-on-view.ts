import type { ClusterView } from "../observe/cluster-view.ts";
import { formatJsonReport } from "../report/json-report.ts";
import { formatTextReport } from "../report/text-report.ts";
import { evaluate, type Evaluation } from "../rules/evaluate.ts";
import type { Edge } from "./edge.ts";
import type { Options } from "./parse-options.ts";
import { createSelection } from "./select-ingresses.ts";

/** Judges a view, prints the report, and gives the exit code. */
export function reportOnView(view: ClusterView, options: Options, edge: Edge): number {
  const select = createSelection(view, options);
  const evaluation = evaluate(view, { at: options.at ?? view.at, select });
  edge.stdout.write(options.output === "json" ? formatJsonReport(evaluation) : formatText(evaluation, options, edge));
  return options.isExitZero ? 0 : exitCode(evaluation);
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
