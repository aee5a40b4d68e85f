import { isDeepStrictEqual } from "node:util";
import type { JsonObject } from "../observe/json-value.ts";
import { compareMaps, compareValues, type Place } from "./compare-values.ts";
import type { FieldChange } from "./field-change.ts";
import type { PathStep } from "./field-path.ts";
import { type MatchedItems, matchItems } from "./match-items.ts";
import type { StoredIngress } from "./stored-ingress.ts";

/**
 * Lists how two Ingresses differ, none if they are equal. Rules are matched by host, paths by path and type, TLS entries
 * by Secret or hosts, so that a rule that moved is not one that went and one that came.
 */
export function compareIngresses(live: StoredIngress, desired: StoredIngress): readonly FieldChange[] {
  const metadata: readonly PathStep[] = [{ field: "metadata" }];
  const inMetadata = (field: string): Place => ({ path: [...metadata, { field }], ownedPath: ["metadata", field] });
  const inSpec = (field: string): Place => ({ path: [{ field: "spec" }, { field }], ownedPath: undefined });
  return [
    ...compareMaps(live.metadata.labels, desired.metadata.labels, inMetadata("labels").path),
    ...compareMaps(live.metadata.annotations, desired.metadata.annotations, inMetadata("annotations").path),
    ...compareLists(live.metadata.finalizers, desired.metadata.finalizers, inMetadata("finalizers")),
    ...compareLists(live.metadata.ownerReferences, desired.metadata.ownerReferences, inMetadata("ownerReferences")),
    ...compareValues(live.spec.ingressClassName, desired.spec.ingressClassName, inSpec("ingressClassName")),
    ...compareValues(live.spec.defaultBackend, desired.spec.defaultBackend, inSpec("defaultBackend")),
    ...compareTls(live.spec.tls, desired.spec.tls),
    ...compareRules(live.spec.rules, desired.spec.rules),
  ];
}

/** An empty list is an absent one. */
function compareLists(live: readonly unknown[], desired: readonly unknown[], place: Place): readonly FieldChange[] {
  const value = (list: readonly unknown[]): unknown => (list.length === 0 ? undefined : list);
  return compareValues(value(live), value(desired), place);
}

function compareTls(live: readonly JsonObject[], desired: readonly JsonObject[]): readonly FieldChange[] {
  const matched = matchItems(live, desired, [
    (entry) => JSON.stringify(entry),
    ({ secretName }) => text(secretName),
    ({ hosts }) => (Array.isArray(hosts) ? hosts.toSorted().join(" ") : undefined),
  ]);
  const selectorOf = uniqueSelector(
    [live, desired],
    ({ secretName }) => secretName === undefined ? undefined : select("secretName", secretName),
  );
  return compareMatched(
    matched,
    [{ field: "spec" }, { field: "tls" }],
    selectorOf,
    (pair, place) => compareValues(pair.live, pair.desired, place),
  );
}

function compareRules(live: readonly JsonObject[], desired: readonly JsonObject[]): readonly FieldChange[] {
  const matched = matchItems(live, desired, [
    (rule) => JSON.stringify(rule),
    ({ host }) => `host ${text(host) ?? ""}`,
    // A rule that stayed where it was and leads where it led has another host.
    ({ http }, index) => (http === undefined ? undefined : `${index} ${JSON.stringify(http)}`),
  ]);
  const selectorOf = uniqueSelector([live, desired], ({ host }) => select("host", host ?? ""));
  return compareMatched(matched, [{ field: "spec" }, { field: "rules" }], selectorOf, (pair, place) => {
    const { http: liveHttp, ...liveRest } = pair.live;
    const { http, ...rest } = pair.desired;
    const changes = compareValues(liveRest, rest, place);
    const atHttp = { ...place, path: [...place.path, { field: "http" }] };
    if (liveHttp === undefined || http === undefined) return [...changes, ...compareValues(liveHttp, http, atHttp)];
    return [...changes, ...comparePaths(pathsOf(liveHttp), pathsOf(http), atHttp)];
  });
}

function comparePaths(live: readonly JsonObject[], desired: readonly JsonObject[], at: Place): readonly FieldChange[] {
  const matched = matchItems(live, desired, [
    (path) => JSON.stringify(path),
    ({ path, pathType }) => `${text(pathType) ?? ""} ${text(path) ?? ""}`,
    ({ path }) => `path ${text(path) ?? ""}`,
    ({ backend, pathType }, index) => `${index} ${text(pathType) ?? ""} ${JSON.stringify(backend)}`,
  ]);
  const selectorOf = uniqueSelector([live, desired], ({ path }) => select("path", path ?? ""));
  return compareMatched(
    matched,
    [...at.path, { field: "paths" }],
    selectorOf,
    (pair, place) => compareValues(pair.live, pair.desired, place),
  );
}

function compareMatched(
  matched: MatchedItems<JsonObject>,
  path: readonly PathStep[],
  selectorOf: (item: JsonObject, index: number) => string,
  compare: (
    pair: { readonly live: JsonObject; readonly desired: JsonObject },
    place: Place,
  ) => readonly FieldChange[],
): readonly FieldChange[] {
  const ownedPath = path.slice(0, 2).map((step) => ("field" in step ? step.field : ""));
  const placeOf = (item: JsonObject, index: number): Place => ({
    path: [...path, { selector: selectorOf(item, index) }],
    ownedPath,
  });
  return [
    ...(matched.isMoved ? [moveOf(matched, path, ownedPath, selectorOf)] : []),
    ...matched.removed.map(({ item, index }) => ({
      type: "removed" as const,
      path: placeOf(item, index).path,
      live: item,
      ownedPath,
    })),
    ...matched.added.map(({ item, index }) => ({
      type: "added" as const,
      path: placeOf(item, index).path,
      desired: item,
      ownedPath,
    })),
    ...matched.pairs.flatMap((pair) =>
      isDeepStrictEqual(pair.live, pair.desired) ? [] : compare(pair, placeOf(pair.live, pair.liveIndex))
    ),
  ];
}

function moveOf(
  { pairs }: MatchedItems<JsonObject>,
  path: readonly PathStep[],
  ownedPath: readonly string[],
  selectorOf: (item: JsonObject, index: number) => string,
): FieldChange {
  const live = pairs.toSorted((a, b) => a.liveIndex - b.liveIndex);
  return {
    type: "moved",
    path,
    live: live.map((pair) => selectorOf(pair.live, pair.liveIndex)),
    desired: pairs.map((pair) => selectorOf(pair.live, pair.liveIndex)),
    ownedPath,
  };
}

/** Selects an item by what distinguishes it in both lists, else by its index. */
function uniqueSelector(
  lists: readonly (readonly JsonObject[])[],
  selectorOf: (item: JsonObject) => string | undefined,
): (item: JsonObject, index: number) => string {
  const repeated = new Set<string>();
  for (const list of lists) {
    const seen = new Set<string>();
    for (const item of list) {
      const selector = selectorOf(item) ?? "";
      if (seen.has(selector)) repeated.add(selector);
      seen.add(selector);
    }
  }
  return (item, index) => {
    const selector = selectorOf(item);
    return selector === undefined || repeated.has(selector) ? String(index) : selector;
  };
}

function select(field: string, value: unknown): string {
  return `${field}=${JSON.stringify(value)}`;
}

function pathsOf(http: unknown): readonly JsonObject[] {
  // A stored Ingress has a list of objects there.
  return (http as { readonly paths: readonly JsonObject[] }).paths;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
