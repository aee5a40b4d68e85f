import type { ObjectRef, Route, RouteBackend } from "../routes/route.ts";
import type { BackendResolution } from "./resolve-backend.ts";
import type { RuleContext } from "./rule-context.ts";

/** Routes that lead to one port of one Service, which all share one fate. */
export interface ServiceRoutes<State extends BackendResolution["state"]> {
  readonly backend: Extract<RouteBackend, { type: "service" }>;
  readonly object: ObjectRef;
  readonly resolution: Extract<BackendResolution, { state: State }>;
  readonly routes: readonly Route[];
}

/** Groups the routes whose backend ended in one state by Service, or by Service and port. */
export function groupByService<State extends BackendResolution["state"]>(
  context: RuleContext,
  state: State,
  keyOf: (
    resolution: Extract<BackendResolution, { state: State }>,
    backend: Extract<RouteBackend, { type: "service" }>,
  ) => string | number | undefined,
): readonly ServiceRoutes<State>[] {
  const groups = new Map<string, ServiceRoutes<State> & { readonly routes: Route[] }>();
  for (const route of context.routes) {
    const { backend } = route;
    const resolution = context.resolve(route);
    if (backend?.type !== "service" || !hasState(resolution, state)) continue;
    const { namespace, name } = backend;
    const key = JSON.stringify([namespace, name, keyOf(resolution, backend)]);
    let group = groups.get(key);
    if (group === undefined) {
      group = { backend, object: { apiVersion: "v1", kind: "Service", namespace, name }, resolution, routes: [] };
      groups.set(key, group);
    }
    group.routes.push(route);
  }
  return [...groups.values()];
}

function hasState<State extends BackendResolution["state"]>(
  resolution: BackendResolution,
  state: State,
): resolution is Extract<BackendResolution, { state: State }> {
  return resolution.state === state;
}
