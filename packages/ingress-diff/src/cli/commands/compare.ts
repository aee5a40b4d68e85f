import { compareEvaluations, isDifferent } from "../../compare/compare-evaluations.ts";
import { formatComparisonJson } from "../../compare/comparison-json.ts";
import { formatComparisonText } from "../../compare/comparison-text.ts";
import { narrowView } from "../../compare/narrow-view.ts";
import type { ClusterView } from "../../observe/cluster-view.ts";
import { optional } from "../../observe/json-value.ts";
import { ObservationError } from "../../observe/observation-error.ts";
import { evaluate } from "../../evaluate/evaluate.ts";
import { leaveOutFindings } from "../../report/leave-out.ts";
import type { Edge } from "../edge.ts";
import { isIgnored } from "../is-ignored.ts";
import { loadSettings } from "../load-settings.ts";
import { observe } from "../observe.ts";
import type { Options } from "../parse-options.ts";
import { UsageError } from "../usage-error.ts";

/** Compares two snapshots, or a snapshot and the cluster as it is now. */
export async function runCompare(options: Options, edge: Edge): Promise<number> {
  const [before, after] = options.names;
  if (before === undefined || after === undefined) {
    throw new UsageError('"compare" takes two snapshots, or a snapshot and "live"');
  }
  if (before === "live" || (before === "-" && after === "-")) {
    throw new UsageError(`"compare" begins with the older snapshot, found "${before}"`);
  }
  const { output, ignore, severities, expiringWithinMs } = await loadSettings(options, edge);
  if (output !== "text" && output !== "json") {
    throw new UsageError(`"compare" prints text or json, found -o "${output}"`);
  }
  const old = await readView(before, options, edge);
  const current = after === "live" ? await observeLive(old, options, edge) : await readView(after, options, edge);
  const namespace = commonNamespace(options, old, current);
  const judge = (view: ClusterView): ReturnType<typeof evaluate> => {
    const evaluation = evaluate(namespace === undefined ? view : narrowView(view, namespace), {
      at: view.at,
      ...optional("severities", severities),
      ...optional("expiringWithinMs", expiringWithinMs),
    });
    return leaveOutFindings(evaluation, (finding) => isIgnored(finding, ignore));
  };
  const comparison = compareEvaluations(judge(old), judge(current));
  edge.stdout.write(
    output === "json" ? formatComparisonJson(comparison) : formatComparisonText(comparison, {
      hasColor: edge.stdout.isTTY === true && !edge.env.NO_COLOR && edge.env.TERM !== "dumb",
      isVerbose: options.isVerbose,
    }),
  );
  if (options.isExitZero) return 0;
  if (isDifferent(comparison)) return 1;
  return comparison.notCompared.length > 0 ? 2 : 0;
}

function readView(path: string, options: Options, edge: Edge): Promise<ClusterView> {
  return observe({ ...options, snapshot: path }, edge);
}

/** Reads as much of the cluster as the snapshot holds, unless told otherwise. */
function observeLive(old: ClusterView, options: Options, edge: Edge): Promise<ClusterView> {
  const { namespace = old.namespace } = options;
  const isAllNamespaces = options.isAllNamespaces || namespace === undefined;
  return observe(
    { ...options, isAllNamespaces, ...optional("namespace", isAllNamespaces ? undefined : namespace) },
    edge,
  );
}

/** What both can tell about: if one of them is of one namespace only, the other is narrowed to it. */
function commonNamespace({ namespace }: Options, ...views: readonly ClusterView[]): string | undefined {
  const namespaces = new Set([namespace, ...views.map((view) => view.namespace)].filter((name) => name !== undefined));
  const [first, second] = [...namespaces].toSorted();
  if (second === undefined) return first;
  throw new ObservationError(
    `Cannot compare namespace "${first}" with namespace "${second}"`,
    "two snapshots of the same namespace, or of all",
  );
}
