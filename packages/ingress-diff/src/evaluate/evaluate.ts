import type { ClusterView } from "../observe/cluster-view.ts";
import { routesOfIngresses } from "../routes/ingress-routes.ts";
import { allRules } from "../rules/all-rules.ts";
import { createContext } from "../rules/rule/rule-context.ts";
import { evaluateSource, selectResults, Verdicts } from "./evaluate-source.ts";
import type { EvaluateOptions, Evaluation } from "./evaluation.ts";
import { checkRule, finishResults, type KeptEvaluation, toEvaluation } from "./kept-evaluation.ts";

const defaultExpiringWithinMs = 14 * 86_400_000;

/**
 * Judges a view: every rule, every Ingress. Pure, and linear in the number of routes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluate, observeSnapshot } from "@kubeschema/ingress-diff";
 * const ingress = {
 *   apiVersion: "networking.k8s.io/v1",
 *   kind: "Ingress",
 *   metadata: { namespace: "shop", name: "web" },
 *   spec: { defaultBackend: { service: { name: "web", port: { number: 80 } } } },
 * };
 * const other = { apiVersion: "v1", kind: "Service", metadata: { namespace: "shop", name: "api" }, spec: {} };
 * const documents = [ingress, other];
 * const at = "2026-01-01T00:00:00Z";
 * const view = observeSnapshot([{ name: "shop.json", documents }], { source: "snapshot shop.json", at });
 * const { findings } = evaluate(view, { at });
 * assert.deepEqual(findings.map((finding) => finding.rule), ["backend/service-missing", "class/none"]);
 * ```
 * @throws {RangeError} If `at` is not a time.
 */
export function evaluate(view: ClusterView, options: EvaluateOptions): Evaluation {
  return evaluateAndKeep(view, options).evaluation;
}

/**
 * Judges a view as `evaluate()` does.
 *
 * @throws {RangeError} If `at` is not a time.
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
  const checked = allRules.map((rule) => checkRule(rule, context));
  const { results, ignoredCount } = finishResults(checked, view, options);
  const selected = sources.filter(({ ref }) => options.select?.(ref) ?? true);
  const verdicts = new Verdicts(results);
  const evaluated = selected.map((source) => evaluateSource(context, source, verdicts));
  const shown = selectResults(results, selected, sources.length);
  const evaluation = toEvaluation(context, { sources: evaluated, shown, ignoredCount });
  return { evaluation, options, context, sources, checked, results };
}
