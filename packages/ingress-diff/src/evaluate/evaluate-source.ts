import { kindKey } from "../observe/object-key.ts";
import type { Route, RouteSource } from "../routes/route.ts";
import type { EndpointCount } from "../rules/rule/resolve-backend.ts";
import type { RuleContext } from "../rules/rule/rule-context.ts";
import type { EvaluatedRoute, EvaluatedSource, RouteState } from "./evaluation.ts";
import type { Finding } from "./finding.ts";
import type { RuleResult } from "./rule-result.ts";

/** One empty list for the very many routes that are all right. */
const none: readonly Finding[] = [];

/** Results by route and by source. */
export class Verdicts {
  readonly #byRoute = new Map<Route, Finding[]>();
  readonly #bySource = new Map<string, Finding[]>();

  /** @param wanted Spares the work for all other sources, if given. */
  constructor(results: readonly RuleResult[], wanted?: ReadonlySet<RouteSource>) {
    for (const { finding, routes } of results) {
      // A fault may affect very many routes that have no other: they share one list.
      const only = [finding];
      for (const route of routes) {
        if (wanted !== undefined && !wanted.has(route.source)) continue;
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
    return this.#bySource.get(kindKey(source.ref)) ?? none;
  }
}

/** Says of a source what became of its routes. */
export function evaluateSource(context: RuleContext, source: RouteSource, verdicts: Verdicts): EvaluatedSource {
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

/** Keeps the findings that affect a selected object; their consequences stay whole, since the fault does. */
export function selectResults(
  results: readonly RuleResult[],
  selected: readonly RouteSource[],
  sourceCount: number,
): readonly RuleResult[] {
  if (selected.length === sourceCount) return results;
  const keys = new Set(selected.map(({ ref }) => kindKey(ref)));
  return results.filter(({ finding }) => sourcesOf(finding).some((key) => keys.has(key)));
}

/** The keys of the objects that a finding affects, those of objects that are not sources among them. */
export function sourcesOf({ object, consequences }: Finding): readonly string[] {
  return [kindKey(object), ...(consequences ?? []).map(kindKey)];
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
