import type { ClusterView } from "../observe/cluster-view.ts";
import type { RouteSource } from "../routes/route.ts";
import type { RuleId } from "../rules/all-rules.ts";
import type { RuleContext } from "../rules/rule/rule-context.ts";
import type { Rule } from "../rules/rule/rule.ts";
import { adjustResults } from "./adjust-results.ts";
import type { EvaluatedSource, EvaluateOptions, Evaluation } from "./evaluation.ts";
import { linkCauses } from "./link-causes.ts";
import { orderFindings } from "./order-findings.ts";
import { type RuleResult, toResult } from "./rule-result.ts";
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

/** Asks a rule. */
export function checkRule(rule: Rule<RuleId>, context: RuleContext): readonly RuleResult[] {
  return rule.check(context).map((fault) => toResult(rule, fault));
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
