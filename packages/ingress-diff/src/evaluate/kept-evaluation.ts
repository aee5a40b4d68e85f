import type { ClusterView } from "../observe/cluster-view.ts";
import { routesOfIngresses } from "../routes/ingress-routes.ts";
import type { RouteSource } from "../routes/route.ts";
import { adjustResults } from "./adjust-results.ts";
import { allRules } from "../rules/all-rules.ts";
import type { EvaluatedSource, EvaluateOptions, Evaluation } from "./evaluate.ts";
import { evaluateSource, selectResults, Verdicts } from "./evaluate-source.ts";
import type { RuleResult } from "../rules/rule/finding.ts";
import { linkCauses } from "./link-causes.ts";
import { orderFindings } from "./order-findings.ts";
import { createContext, type RuleContext } from "../rules/rule/rule-context.ts";
import type { ServiceRoutesIndex } from "./service-routes-index.ts";

/** An evaluation, and what it takes to go on from it when little has changed. */
export interface KeptEvaluation {
  readonly evaluation: Evaluation;
  readonly options: EvaluateOptions;
  readonly context: RuleContext;
  /** Every Ingress of the view, also what is being deleted and what was not selected. */
  readonly sources: readonly RouteSource[];
  /** What each rule said, in the order of `allRules`. */
  readonly checked: readonly (readonly RuleResult[])[];
  /** The same after severities, annotations and causes. */
  readonly results: readonly RuleResult[];
  /** Made when it is needed for the first time. */
  readonly index?: ServiceRoutesIndex;
}

const defaultExpiringWithinMs = 14 * 86_400_000;

/**
 * Judges a view as `evaluate()` does.
 *
 * @throws {RangeError} If `at` is no time.
 */
export function evaluateAndKeep(view: ClusterView, options: EvaluateOptions): KeptEvaluation {
  const atMs = Date.parse(options.at);
  if (Number.isNaN(atMs)) throw new RangeError(`Cannot evaluate as of "${options.at}": expected a time in RFC 3339`);
  const sources = routesOfIngresses(view);
  const expiringWithinMs = options.expiringWithinMs ?? defaultExpiringWithinMs;
  // What is being deleted asks for nothing any more; its Service and Secret are often gone before its finalizer is.
  const asking = sources.some(({ isBeingDeleted }) => isBeingDeleted)
    ? sources.filter(({ isBeingDeleted }) => !isBeingDeleted)
    : sources;
  const context = createContext(view, asking, { atMs, expiringWithinMs });
  const checked = allRules.map((rule) => rule.check(context));
  const { results, ignoredCount } = finishResults(checked, view, options);
  const selected = sources.filter(({ ref }) => options.select?.(ref) ?? true);
  const verdicts = new Verdicts(results);
  const evaluated = selected.map((source) => evaluateSource(context, source, verdicts));
  const shown = selectResults(results, selected, sources.length);
  const evaluation = toEvaluation(context, { sources: evaluated, shown, ignoredCount });
  return { evaluation, options, context, sources, checked, results };
}

/** Applies to what the rules said what was asked for, and links it. */
export function finishResults(
  checked: readonly (readonly RuleResult[])[],
  view: ClusterView,
  options: EvaluateOptions,
): { readonly results: readonly RuleResult[]; readonly ignoredCount: number } {
  const { results, ignoredCount } = adjustResults(checked.flat(), view, options.severities ?? {});
  return { results: linkCauses(results), ignoredCount };
}

/** Puts an evaluation together. */
export function toEvaluation(
  { view, atMs }: Pick<RuleContext, "view" | "atMs">,
  parts: {
    readonly sources: readonly EvaluatedSource[];
    readonly shown: readonly RuleResult[];
    readonly ignoredCount: number;
  },
): Evaluation {
  return {
    view,
    at: new Date(atMs).toISOString(),
    sources: parts.sources,
    findings: orderFindings(parts.shown),
    ignoredCount: parts.ignoredCount,
    routeCounts: new Map(parts.shown.map(({ finding, routes }) => [finding, new Set(routes).size])),
  };
}
