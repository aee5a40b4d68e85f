import type {
  ClusterView,
  EndpointSliceObject,
  IngressClassObject,
  SecretObject,
  ServiceObject,
} from "../../observe/cluster-view.ts";
import type { Route, RouteSource } from "../../routes/route.ts";
import type { RuleId, RuleResult, Severity } from "./finding.ts";
import { type BackendResolution, createBackendResolver } from "./resolve-backend.ts";

/** One rule: what it is called and how it is checked. Pure: the context is all it sees. */
export interface Rule {
  readonly id: RuleId;
  /** One sentence for people: what is wrong. */
  readonly summary: string;
  /** Of its findings, where they are not told apart further. */
  readonly severity: Severity;
  /** What breaks, or why it is worth knowing. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  /**
   * Set if what it says depends on EndpointSlices. Then each result is about one Service, and says nothing that depends on
   * the slices of another; only a list that was not observed is an exception.
   */
  readonly readsEndpointSlices?: true;
  readonly check: (context: RuleContext) => readonly RuleResult[];
}

/** A view, what it asks for, and the indexes that keep every rule linear. */
export interface RuleContext {
  readonly view: ClusterView;
  /** The time as of which ages and certificates are judged. */
  readonly atMs: number;
  /** How long before its end a certificate is worth a word. */
  readonly expiringWithinMs: number;
  readonly sources: readonly RouteSource[];
  readonly routes: readonly Route[];
  readonly classes: ReadonlyMap<string, IngressClassObject>;
  /** By `namespace/name`, as all below. */
  readonly services: ReadonlyMap<string, ServiceObject>;
  readonly slices: ReadonlyMap<string, readonly EndpointSliceObject[]>;
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

/** The EndpointSlices of each Service. */
export function groupSlices(view: ClusterView): RuleContext["slices"] {
  return groupBy(view.endpointSlices, (slice) => `${slice.namespace}/${slice.serviceName}`);
}

/** `namespace/name`. */
export function objectKey(object: { readonly namespace: string; readonly name: string }): string {
  return `${object.namespace}/${object.name}`;
}

/** Groups in the order of first appearance; what has no key is left out. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
