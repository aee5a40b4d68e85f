import { emitComparisonJson } from "../compare/emit-comparison.ts";
import type { SiteFile } from "../site/emit-site.ts";
import type { SitePlan } from "../site/plan-site.ts";
import { toJsonText } from "./to-json-text.ts";

/**
 * Writes the page models as JSON: one file per kind and shared type, one per pair of versions for the changes, and
 * `index.json`, which lists them. `version` changes when a field changes its meaning or is removed; fields may be
 * added.
 *
 * @param plan From `planSite()`.
 */
export function* emitJsonTree(plan: SitePlan): Iterable<SiteFile> {
  yield { path: "index.json", text: toJsonText(indexOf(plan), 1) };
  for (const { path, page, appearsIn } of [...plan.kinds, ...plan.types]) {
    const places = appearsIn.map((place) => ({ ...place, path: toJsonPath(place.path) }));
    yield { path: toJsonPath(path), text: toJsonText({ version: 1, ...page, appearsIn: places }, 1) };
  }
  for (const { path, ...comparison } of plan.changes) {
    yield { path: toJsonPath(path), text: emitComparisonJson(comparison) };
  }
}

function indexOf({ newest, history, kinds, types, changes }: SitePlan): object {
  return {
    version: 1,
    kind: "PageIndex",
    kubernetesVersion: newest.kubernetesVersion,
    source: newest.source,
    versions: history.versions,
    kinds: kinds.map(({ path, page: { apiVersion, gvk, definition, isRemoved } }) => ({
      apiVersion,
      kind: gvk.kind,
      definition,
      path: toJsonPath(path),
      ...(isRemoved ? { isRemoved } : {}),
    })),
    types: types.map(({ path, page: { name, definition, isRemoved } }) => ({
      name,
      definition,
      path: toJsonPath(path),
      ...(isRemoved ? { isRemoved } : {}),
    })),
    changes: changes.map(({ before, after, path }) => ({ before, after, path: toJsonPath(path) })),
  };
}

function toJsonPath(path: string): string {
  return path.replace(/\.html$/, ".json");
}
