import type { ClusterView, IngressClassObject, SecretObject } from "../../observe/cluster-view.ts";
import { objectKey } from "../../observe/object-key.ts";
import type { Route, RouteSource } from "../../routes/route.ts";
import { type BackendIndexes, type BackendResolution, createBackendResolver } from "./resolve-backend.ts";

/** A view, what it asks for, and the indexes that keep every rule linear. */
export interface RuleContext extends BackendIndexes {
  /** The time as of which ages and certificates are judged. */
  readonly atMs: number;
  /** How long before its end a certificate is worth a word. */
  readonly expiringWithinMs: number;
  readonly sources: readonly RouteSource[];
  readonly routes: readonly Route[];
  /** By name. */
  readonly classes: ReadonlyMap<string, IngressClassObject>;
  /** By `namespace/name`. */
  readonly secrets: ReadonlyMap<string, SecretObject>;
  /** Follows a route to its Service, port and endpoints. */
  readonly resolve: (route: Route) => BackendResolution;
}

/** Indexes a view. */
export function createContext(
  view: ClusterView,
  sources: readonly RouteSource[],
  options: Pick<RuleContext, "atMs" | "expiringWithinMs">,
): RuleContext {
  const indexes = {
    view,
    classes: new Map(view.ingressClasses.map((object) => [object.name, object])),
    services: new Map(view.services.map((object) => [objectKey(object), object])),
    slices: groupSlices(view),
    secrets: new Map(view.secrets.map((object) => [objectKey(object), object])),
  };
  const routes = sources.flatMap((source) => source.routes);
  const { atMs, expiringWithinMs } = options;
  return { ...indexes, atMs, expiringWithinMs, sources, routes, resolve: createBackendResolver(indexes) };
}

/** The EndpointSlices of each Service, by its `namespace/name`. */
export function groupSlices(view: ClusterView): RuleContext["slices"] {
  return Map.groupBy(view.endpointSlices, ({ namespace, serviceName: name }) => objectKey({ namespace, name }));
}
