import { kindKey, objectKey } from "../observe/object-key.ts";
import type { Route } from "../routes/route.ts";
import type { RuleContext } from "../rules/rule/rule-context.ts";
import type { EvaluatedSource } from "./evaluation.ts";

/** Which routes and which Ingresses depend on a Service. */
export interface ServiceRoutesIndex {
  /** Routes that the rules look at, by `namespace/name` of the Service that they lead to. */
  readonly routes: ReadonlyMap<string, readonly Route[]>;
  /** Places in the evaluation's sources, by `namespace/name` of a Service that a route of theirs leads to. */
  readonly sources: ReadonlyMap<string, ReadonlySet<number>>;
  /** Place of each evaluated source, by `Kind/namespace/name`. */
  readonly places: ReadonlyMap<string, number>;
  /** Place of each route that the rules look at, among all of them. */
  readonly routePlaces: ReadonlyMap<Route, number>;
}

/** Indexes what was evaluated; it holds as long as neither Ingresses nor the selection change. */
export function indexServiceRoutes(
  context: Pick<RuleContext, "routes">,
  evaluated: readonly EvaluatedSource[],
): ServiceRoutesIndex {
  const routes = new Map<string, Route[]>();
  for (const route of context.routes) {
    const key = serviceKey(route);
    if (key === undefined) continue;
    const known = routes.get(key);
    if (known === undefined) routes.set(key, [route]);
    else known.push(route);
  }
  const sources = new Map<string, Set<number>>();
  for (const [place, { source }] of evaluated.entries()) {
    for (const route of source.routes) {
      const key = serviceKey(route);
      if (key === undefined) continue;
      const known = sources.get(key);
      if (known === undefined) sources.set(key, new Set([place]));
      else known.add(place);
    }
  }
  return {
    routes,
    sources,
    places: new Map(evaluated.map(({ source }, place) => [kindKey(source.ref), place])),
    routePlaces: new Map(context.routes.map((route, place) => [route, place])),
  };
}

function serviceKey({ backend }: Route): string | undefined {
  return backend?.type === "service" ? objectKey(backend) : undefined;
}
