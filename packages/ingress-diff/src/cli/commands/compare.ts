import { type Call, CommandError, exitCode, hasColor } from "@kubeschema/command-kit";
import { compareEvaluations, isDifferent } from "../../compare/compare-evaluations.ts";
import { formatComparisonJson } from "../../compare/comparison-json.ts";
import { formatComparisonText } from "../../compare/comparison-text.ts";
import { narrowView } from "../../compare/narrow-view.ts";
import type { ClusterView } from "../../observe/cluster-view.ts";
import { optional } from "../../observe/json-value.ts";
import { evaluate } from "../../evaluate/evaluate.ts";
import { leaveOutFindings } from "../../report/leave-out.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";
import { isIgnored } from "../is-ignored.ts";
import { loadJudgement } from "../load-settings.ts";
import { observeFile } from "../observe-file.ts";
import type { CompareOptions } from "./compare-command.ts";

/** Compares two snapshots, or a snapshot and the cluster as it is now. */
export async function runCompare(
  options: CompareOptions,
  { operands: [before = "", after = ""], world }: Call<IngressDiffWorld>,
): Promise<number> {
  const { ignore, severities, expiringWithinMs } = await loadJudgement(options, world);
  const old = await observeFile(before, world);
  const current = after === "live" ? await observeLikewise(old, options, world) : await observeFile(after, world);
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
  world.stdout.write(
    options.output === "json" ? formatComparisonJson(comparison) : formatComparisonText(comparison, {
      hasColor: hasColor(world.stdout, world.env),
      isVerbose: options.verbose,
    }),
  );
  if (options.exitZero) return exitCode.ok;
  if (isDifferent(comparison)) return exitCode.different;
  return comparison.notCompared.length > 0 ? exitCode.unknown : exitCode.ok;
}

/** Reads as much of the cluster as the snapshot holds, unless told otherwise. */
async function observeLikewise(
  old: ClusterView,
  options: CompareOptions,
  world: IngressDiffWorld,
): Promise<ClusterView> {
  const { namespace = old.namespace } = options;
  const allNamespaces = options.allNamespaces || namespace === undefined;
  // Loaded here: what talks to a cluster is most of the program, and two snapshots need none of it.
  const { observeLive } = await import("../observe-live.ts");
  return observeLive({ ...options, allNamespaces, ...optional("namespace", namespace) }, world);
}

/** What both can tell about: if one of them is of one namespace only, the other is narrowed to it. */
function commonNamespace({ namespace }: CompareOptions, ...views: readonly ClusterView[]): string | undefined {
  const namespaces = new Set([namespace, ...views.map((view) => view.namespace)].filter((name) => name !== undefined));
  const [first, second] = [...namespaces].toSorted();
  if (second === undefined) return first;
  throw new CommandError(`Cannot compare namespace "${first}" with namespace "${second}"`, {
    hint: "two snapshots of the same namespace, or of all",
  });
}
