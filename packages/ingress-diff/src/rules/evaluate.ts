import type { ClusterView } from "../observe/cluster-view.ts";
import { routesOfIngresses } from "../routes/ingress-routes.ts";
import type { Route, RouteSource } from "../routes/route.ts";
import { adjustResults, type SeverityOverrides } from "./adjust-results.ts";
import { allRules } from "./all-rules.ts";
import type { Finding, RuleResult } from "./finding.ts";
import { linkCauses } from "./link-causes.ts";
import { orderFindings } from "./order-findings.ts";
import type { EndpointCount } from "./resolve-backend.ts";
import { createContext, objectKey, type RuleContext } from "./rule-context.ts";

/** What a view looks like as of a time. */
export interface Evaluation {
  readonly view: ClusterView;
  /** RFC 3339. */
  readonly at: string;
  readonly sources: readonly EvaluatedSource[];
  /**
   * Worst first: severity, then failures before what could not be checked, then the number of routes. What only follows
   * from another finding (`cause`) stands right behind it.
   */
  readonly findings: readonly Finding[];
  /** Findings that an annotation on their object, or on all that they concern, asks to leave out. */
  readonly ignoredCount: number;
  /** How many routes each finding concerns, those of Ingresses that were not selected included. */
  readonly routeCounts: ReadonlyMap<Finding, number>;
}

/** An Ingress with what became of its routes. */
export interface EvaluatedSource {
  readonly source: RouteSource;
  readonly routes: readonly EvaluatedRoute[];
  /** Every finding that concerns it. */
  readonly findings: readonly Finding[];
}

/** A route with its verdict. */
export interface EvaluatedRoute {
  readonly route: Route;
  readonly state: RouteState;
  /** Endpoints of its backend; absent if they are not known or there is nothing to count. */
  readonly endpoints?: { readonly ready: number; readonly total: number };
  /** Every finding that concerns it. */
  readonly findings: readonly Finding[];
}

/** `unknown` if a check that the route depends on could not be done and none failed. */
export type RouteState = "ok" | "failing" | "unknown";

/** What to judge, and as of when. */
export interface EvaluateOptions {
  /** RFC 3339; ages and certificates are judged as of this time. */
  readonly at: string;
  /** Narrows what is reported. Every Ingress of the view still counts as a neighbour (duplicates, classes). */
  readonly select?: (ingress: { readonly namespace: string; readonly name: string }) => boolean;
  /** Severities that replace those of rules; `off` leaves a rule out. */
  readonly severities?: SeverityOverrides;
  /** How long before its end a certificate is worth a warning; 14 days if not given. */
  readonly expiringWithinMs?: number;
}

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
 * const text = JSON.stringify({ kind: "List", items: [ingress, other] });
 * const at = "2026-01-01T00:00:00Z";
 * const view = await observeSnapshot([{ name: "shop.json", text }], { source: "snapshot shop.json", at });
 * const { findings } = evaluate(view, { at });
 * assert.deepEqual(findings.map((finding) => finding.rule), ["backend/service-missing", "class/none"]);
 * ```
 * @throws {RangeError} If `at` is no time.
 */
export function evaluate(view: ClusterView, options: EvaluateOptions): Evaluation {
  const atMs = Date.parse(options.at);
  if (Number.isNaN(atMs)) throw new RangeError(`Cannot evaluate as of "${options.at}": expected a time in RFC 3339`);
  const sources = routesOfIngresses(view);
  const expiringWithinMs = options.expiringWithinMs ?? defaultExpiringWithinMs;
  // What is being deleted asks for nothing any more; its Service and Secret are often gone before its finalizer is.
  const asking = sources.some(({ isBeingDeleted }) => isBeingDeleted)
    ? sources.filter(({ isBeingDeleted }) => !isBeingDeleted)
    : sources;
  const context = createContext(view, asking, { atMs, expiringWithinMs });
  const checked = allRules.flatMap((rule) => rule.check(context));
  const { results: adjusted, ignoredCount } = adjustResults(checked, view, options.severities ?? {});
  const results = linkCauses(adjusted);
  const selected = sources.filter(({ ref }) => options.select?.(ref) ?? true);
  const verdicts = new Verdicts(results);
  const shown = selectResults(results, selected, sources.length);
  return {
    view,
    at: new Date(atMs).toISOString(),
    sources: selected.map((source) => evaluateSource(context, source, verdicts)),
    findings: orderFindings(shown),
    ignoredCount,
    routeCounts: new Map(shown.map(({ finding, routes }) => [finding, new Set(routes).size])),
  };
}

/** One empty list for the very many routes that are all right. */
const none: readonly Finding[] = [];

/** Results by route and by source. */
class Verdicts {
  readonly #byRoute = new Map<Route, Finding[]>();
  readonly #bySource = new Map<string, Finding[]>();

  constructor(results: readonly RuleResult[]) {
    for (const { finding, routes } of results) {
      // A fault may concern very many routes that have no other: they share one list.
      const only = [finding];
      for (const route of routes) {
        const known = this.#byRoute.get(route);
        if (known === undefined) this.#byRoute.set(route, only);
        else if (known.length === 1) this.#byRoute.set(route, [...known, finding]);
        else known.push(finding);
      }
      for (const key of sourcesOf(finding)) append(this.#bySource, key, finding);
    }
  }

  ofRoute(route: Route): readonly Finding[] {
    return this.#byRoute.get(route) ?? none;
  }

  ofSource(source: RouteSource): readonly Finding[] {
    return this.#bySource.get(sourceKey(source.ref)) ?? none;
  }
}

function evaluateSource(context: RuleContext, source: RouteSource, verdicts: Verdicts): EvaluatedSource {
  const findings = verdicts.ofSource(source);
  return { source, findings, routes: source.routes.map((route) => evaluateRoute(context, route, verdicts)) };
}

function evaluateRoute(context: RuleContext, route: Route, verdicts: Verdicts): EvaluatedRoute {
  const findings = verdicts.ofRoute(route);
  const state = findings.length === 0 ? "ok" : stateOf(findings);
  const resolution = context.resolve(route);
  return resolution.state === "endpoints"
    ? { route, state, endpoints: shareCount(resolution.endpoints), findings }
    : { route, state, findings };
}

/** The part of a count that a report shows: the same for all routes to one port of a Service. */
function shareCount(count: EndpointCount): EndpointSummary {
  let summary = knownCounts.get(count);
  if (summary === undefined) {
    summary = { ready: count.ready, total: count.total };
    knownCounts.set(count, summary);
  }
  return summary;
}

type EndpointSummary = NonNullable<EvaluatedRoute["endpoints"]>;

const knownCounts = new WeakMap<EndpointCount, EndpointSummary>();

function stateOf(findings: readonly Finding[]): RouteState {
  if (findings.some((finding) => finding.outcome === "fail" && finding.severity === "error")) return "failing";
  return findings.some((finding) => finding.outcome === "unknown" && finding.severity !== "info") ? "unknown" : "ok";
}

/** Keeps the findings that concern a selected object; their consequences stay whole, since the fault does. */
function selectResults(
  results: readonly RuleResult[],
  selected: readonly RouteSource[],
  sourceCount: number,
): readonly RuleResult[] {
  if (selected.length === sourceCount) return results;
  const keys = new Set(selected.map(({ ref }) => sourceKey(ref)));
  return results.filter(({ finding }) => sourcesOf(finding).some((key) => keys.has(key)));
}

function sourcesOf({ object, consequences }: Finding): readonly string[] {
  return [sourceKey(object), ...(consequences ?? []).map(sourceKey)];
}

function sourceKey(ref: { readonly kind: string; readonly namespace: string; readonly name: string }): string {
  return `${ref.kind}/${objectKey(ref)}`;
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
