import type { ObjectRef, Route, RouteBackend } from "../../routes/route.ts";
import type { BackendResolution } from "../rule/resolve-backend.ts";
import type { RuleContext } from "../rule/rule-context.ts";

type ServiceBackend = Extract<RouteBackend, { type: "service" }>;

/** Routes that lead to one port of one Service, which all share one fate. */
export interface ServiceRoutes<State extends BackendResolution["state"]> {
  readonly backend: ServiceBackend;
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
    backend: ServiceBackend,
  ) => string | number | undefined,
): readonly ServiceRoutes<State>[] {
  const groups = new Map<string, ServiceRoutes<State> & { readonly routes: Route[] }>();
  for (const { backend, resolution, routes } of backendsOf(context)) {
    if (!hasState(resolution, state)) continue;
    const { namespace, name } = backend;
    const key = JSON.stringify([namespace, name, keyOf(resolution, backend)]);
    const group = groups.get(key);
    if (group === undefined) {
      const object = { apiVersion: "v1", kind: "Service", namespace, name };
      groups.set(key, { backend, object, resolution, routes: [...routes] });
    } else {
      for (const route of routes) group.routes.push(route);
    }
  }
  return [...groups.values()];
}

/** What routes to one Service and port have in common. */
interface Backend {
  readonly backend: ServiceBackend;
  readonly resolution: BackendResolution;
  readonly routes: Route[];
}

const knownBackends = new WeakMap<RuleContext, readonly Backend[]>();

/** Every port of a Service that routes lead to; found once per context, since thousands of routes share few of them. */
function backendsOf(context: RuleContext): readonly Backend[] {
  const known = knownBackends.get(context);
  if (known !== undefined) return known;
  // The resolver gives routes to one Service and port the very same answer.
  const byResolution = new Map<BackendResolution, Backend>();
  for (const route of context.routes) {
    if (route.backend?.type !== "service") continue;
    const resolution = context.resolve(route);
    const found = byResolution.get(resolution);
    if (found === undefined) byResolution.set(resolution, { backend: route.backend, resolution, routes: [route] });
    else found.routes.push(route);
  }
  const backends = [...byResolution.values()];
  knownBackends.set(context, backends);
  return backends;
}

function hasState<State extends BackendResolution["state"]>(
  resolution: BackendResolution,
  state: State,
): resolution is Extract<BackendResolution, { state: State }> {
  return resolution.state === state;
}
