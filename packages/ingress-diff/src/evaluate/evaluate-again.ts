import type { ClusterView } from "../observe/cluster-view.ts";
import { kindKey, objectKey } from "../observe/object-key.ts";
import type { Route } from "../routes/route.ts";
import { allRules } from "../rules/all-rules.ts";
import { createBackendResolver } from "../rules/rule/resolve-backend.ts";
import { groupSlices, type RuleContext } from "../rules/rule/rule-context.ts";
import { evaluateSource, selectResults, sourcesOf, Verdicts } from "./evaluate-source.ts";
import { checkRule, finishResults, type KeptEvaluation, toEvaluation } from "./kept-evaluation.ts";
import type { RuleResult } from "./rule-result.ts";
import { keepSameResults } from "./same-results.ts";
import { indexServiceRoutes, type ServiceRoutesIndex } from "./service-routes-index.ts";

/**
 * Goes on from an evaluation when nothing but EndpointSlices has changed: only the rules that depend on them are asked again,
 * only about the routes to their Services, and only the Ingresses that this affects are judged again. All others stay
 * the very same objects.
 *
 * The result is what `evaluate()` says of the view, as of the time of the evaluation that it goes on from.
 *
 * @param view Differs from the view before in nothing but the EndpointSlices of `services`.
 * @param services `namespace/name` of each; those that no Ingress names do no harm.
 */
export function evaluateAgain(
  kept: KeptEvaluation,
  view: ClusterView,
  services: ReadonlySet<string>,
): KeptEvaluation {
  const { options, sources } = kept;
  const before = kept.evaluation.sources;
  const index = kept.index ?? indexServiceRoutes(kept.context, before);
  const context = withSlices(kept.context, view);
  const checked = checkAgain(kept, context, { index, services });
  const finished = finishResults(checked, view, options);
  const { results, changed } = keepSameResults(kept.results, finished.results);
  const places = affectedPlaces(index, services, changed);
  const verdicts = new Verdicts(results, new Set([...places].flatMap((place) => before[place]?.source ?? [])));
  const evaluated = before.map((source, place) =>
    places.has(place) ? evaluateSource(context, source.source, verdicts) : source
  );
  const shown = selectResults(results, evaluated.map(({ source }) => source), sources.length);
  const evaluation = toEvaluation(context, { sources: evaluated, shown, ignoredCount: finished.ignoredCount });
  return { evaluation, options, context, sources, checked, results, index };
}

function withSlices(before: RuleContext, view: ClusterView): RuleContext {
  const context = { ...before, view, slices: groupSlices(view) };
  return { ...context, resolve: createBackendResolver(context) };
}

interface Changed {
  readonly index: ServiceRoutesIndex;
  readonly services: ReadonlySet<string>;
}

/** What each rule says now. Each result of a rule of scope `service` is about one Service, so it can be replaced. */
function checkAgain(kept: KeptEvaluation, context: RuleContext, changed: Changed): readonly (readonly RuleResult[])[] {
  // Of slices that nobody may read any more no rule speaks.
  if (context.view.lists.endpointslices.state !== "observed") return kept.checked;
  const { index: { routes, routePlaces }, services } = changed;
  const narrowed = { ...context, routes: [...services].flatMap((key) => routes.get(key) ?? []) };
  // As they would come from all routes: a result stands where its first route does.
  const placeOf = (route: Route | undefined): number => route === undefined ? -1 : routePlaces.get(route) ?? -1;
  return allRules.map((rule, place) => {
    const said = kept.checked[place] ?? [];
    if (rule.scope !== "service") return said;
    const others = said.filter(({ finding }) => !services.has(objectKey(finding.object)));
    return [...others, ...checkRule(rule, narrowed)].sort((a, b) => placeOf(a.routes[0]) - placeOf(b.routes[0]));
  });
}

/**
 * The places of the sources that have a route to one of the Services, or of which something else is said now: a cause may
 * be linked to findings elsewhere.
 */
function affectedPlaces(
  index: ServiceRoutesIndex,
  services: ReadonlySet<string>,
  changed: readonly RuleResult[],
): ReadonlySet<number> {
  const places = new Set<number>();
  for (const key of services) for (const place of index.sources.get(key) ?? []) places.add(place);
  for (const { finding, routes } of changed) {
    for (const key of [...sourcesOf(finding), ...routes.map(({ source }) => kindKey(source.ref))]) {
      const place = index.places.get(key);
      if (place !== undefined) places.add(place);
    }
  }
  return places;
}
