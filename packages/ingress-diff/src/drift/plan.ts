import { isDeepStrictEqual } from "node:util";
import { evaluate } from "../evaluate/evaluate.ts";
import type { EvaluateOptions, Evaluation, RouteState } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import type { ClusterView } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import { compareText } from "@kubeschema/model/compare-text";
import { formatBackend } from "../routes/format-backend.ts";
import type { IngressDrift } from "./ingress-drift.ts";
import { viewAfterApply } from "./view-after-apply.ts";

/** What applying manifests would do to the findings and routes of a cluster. */
export interface Plan {
  /** The one namespace that was read; absent if all were, so that routes of other namespaces could be seen too. */
  readonly namespace?: string;
  /** By id. */
  readonly findings: Changes<Finding>;
  /** By class, host, path and path type. */
  readonly routes: Changes<PlannedRoute>;
}

/** What comes, what goes, and what stays in another form. */
export interface Changes<T> {
  readonly appear: readonly T[];
  readonly disappear: readonly T[];
  readonly change: readonly { readonly before: T; readonly after: T }[];
}

/** One host and path of a class, and who serves it. */
export interface PlannedRoute {
  /** `""` if there is none. */
  readonly class: string;
  /** `""` means every host. */
  readonly host: string;
  readonly path: string;
  readonly pathType: string;
  /** More than one if Ingresses repeat the route. */
  readonly backends: readonly PlannedBackend[];
}

/** Where an Ingress sends a route. */
export interface PlannedBackend {
  readonly namespace: string;
  readonly ingress: string;
  /** Such as `web:http`, or `Bucket/images`; `""` if it is left to the controller. */
  readonly backend: string;
  /** Name of the Secret, `""` if the controller finds one, `null` without TLS. */
  readonly tls: string | null;
  readonly state: RouteState;
}

/**
 * Tells the blast radius of an apply before it happens: what the rules would say then and do not say now, and the other
 * way round. Pure.
 *
 * @param view Observed with `alsoNamedBy: plannedIngresses(drifts)`: else what only the manifests name counts as
 *   missing.
 * @param drifts What `compareManifests()` says; those that would be refused or are unknown are left out.
 */
export function plan(view: ClusterView, drifts: readonly IngressDrift[], options: EvaluateOptions): Plan {
  const after = viewAfterApply(view, drifts, options.at);
  return {
    ...optional("namespace", view.namespace),
    ...comparePlanned(evaluate(view, options), evaluate(after, options)),
  };
}

/** Compares two evaluations of one cluster. */
export function comparePlanned(before: Evaluation, after: Evaluation): Pick<Plan, "findings" | "routes"> {
  return {
    findings: compareByKey(before.findings, after.findings, ({ id }) => id),
    routes: compareByKey(routesOf(before), routesOf(after), routeKey),
  };
}

function compareByKey<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Changes<T> {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const kept = new Set(after.map(keyOf));
  const change: { before: T; after: T }[] = [];
  const appear: T[] = [];
  for (const item of after) {
    const earlier = old.get(keyOf(item));
    if (earlier === undefined) appear.push(item);
    else if (!isDeepStrictEqual(earlier, item)) change.push({ before: earlier, after: item });
  }
  return { appear, disappear: before.filter((item) => !kept.has(keyOf(item))), change };
}

function routesOf({ sources }: Evaluation): readonly PlannedRoute[] {
  const byKey = new Map<string, PlannedRoute & { readonly backends: PlannedBackend[] }>();
  for (const { source, routes } of sources) {
    for (const { route, state } of routes) {
      const { host, path, pathType, tls } = route;
      const planned = { class: source.className ?? "", host, path, pathType, backends: [] };
      const key = routeKey(planned);
      const known = byKey.get(key) ?? planned;
      byKey.set(key, known);
      (known.backends as PlannedBackend[]).push({
        namespace: source.ref.namespace,
        ingress: source.ref.name,
        backend: formatBackend(route.backend),
        tls: tls === undefined ? null : tls.secret?.name ?? "",
        state,
      });
    }
  }
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, route]) => route);
}

function routeKey({ class: className, host, path, pathType }: PlannedRoute): string {
  return JSON.stringify([className, host, path, pathType]);
}
