import { compareSchemas, type Kind, type SchemaChange, type SchemaModel } from "@kubeschema/model";
import { compareText } from "@kubeschema/model/compare-text";
import { mergeModels } from "../history/merge-models.ts";
import type { SchemaHistory } from "../history/history.ts";
import { buildPage } from "../page/build-page.ts";
import { buildTypePage } from "../page/build-type-page.ts";
import type { Page, PageField, PageType, TypePage } from "../page/page.ts";
import { SiteDefinitions } from "./site-definitions.ts";
import { SitePaths } from "./site-paths.ts";

/** All pages of a site, with their places, before anything is written. */
export interface SitePlan {
  /** The newest model, with what older versions had in addition. */
  readonly model: SchemaModel;
  /** The newest model alone. */
  readonly newest: SchemaModel;
  readonly history: SchemaHistory;
  readonly kinds: readonly KindEntry[];
  /** Pages of types that others link to, by name. */
  readonly types: readonly TypeEntry[];
  /** The place that describes each definition: its own page, or where it is first inlined. */
  readonly places: ReadonlyMap<string, Place>;
  /** The changes between neighbouring versions, newest first. */
  readonly changes: readonly VersionChanges[];
}

/** One page, and the places that link to it. */
interface Entry {
  /** Relative to the site's folder. */
  readonly path: string;
  readonly appearsIn: readonly Appearance[];
}

/** The page of a kind. */
export interface KindEntry extends Entry {
  readonly kind: Kind;
  readonly page: Page;
}

/** The page of a type that is not a kind. */
export interface TypeEntry extends Entry {
  readonly page: TypePage;
}

/** A place of the site. */
export interface Place {
  readonly path: string;
  /** Undefined for the page as a whole. */
  readonly id?: string;
}

/** A field that has a type. */
export interface Appearance extends Place {
  /** The kind or type whose page has the field. */
  readonly name: string;
  readonly id: string;
}

/** The changes from one given version to the next. */
export interface VersionChanges {
  readonly before: string;
  readonly after: string;
  readonly path: string;
  readonly changes: readonly SchemaChange[];
}

/** The parts of the models that become pages. */
export interface PlanSiteOptions {
  /** Kinds for which it is false are left out, as are types that no page links to. */
  readonly isWanted?: (kind: Kind) => boolean;
}

/**
 * Plans the site of one Kubernetes version, with the history of the older versions given: one page per kind and one per
 * shared type, however many versions there are.
 *
 * @param models Oldest first; at least one.
 * @throws {RangeError} If there is no model.
 */
export function planSite(models: readonly SchemaModel[], { isWanted = () => true }: PlanSiteOptions = {}): SitePlan {
  const { model, history } = mergeModels(models);
  const links = new SiteDefinitions(model);
  const paths = new SitePaths();
  const options = { history, links };
  const kinds = model.kinds.filter(isWanted).map((kind) => ({
    path: paths.ofKind(kind),
    kind,
    page: buildPage(model, kind, options),
  }));
  const places = new Map<string, Place>(kinds.map(({ path, page }) => [page.definition, { path }]));
  const appearances = new Map<string, Appearance[]>();
  const types: { path: string; page: TypePage }[] = [];
  // Each page may link to types that no earlier page links to.
  const queue: { path: string; name: string; page: Page | TypePage }[] = kinds.map(({ path, page }) => ({
    path,
    name: page.gvk.kind,
    page,
  }));
  for (const { path, name, page } of queue) {
    const linked = new Set(page.sharedTypes.map(({ definition }) => definition));
    for (const definition of linked) {
      if (places.has(definition)) continue;
      const entry = { path: paths.ofType(definition), page: buildTypePage(model, definition, options) };
      places.set(definition, { path: entry.path });
      types.push(entry);
      queue.push({ ...entry, name: entry.page.name });
    }
    for (const { definition, id } of namedFields(page.fields)) {
      if (!linked.has(definition)) continue;
      const known = appearances.get(definition);
      const appearance = { path, name, id };
      if (known) known.push(appearance);
      else appearances.set(definition, [appearance]);
    }
  }
  // A type without a page of its own is found where it is first inlined.
  for (const { path, page } of queue) {
    for (const { definition, id } of namedFields(page.fields)) {
      if (!places.has(definition)) places.set(definition, { path, id });
    }
  }
  const appearsIn = (definition: string): readonly Appearance[] => appearances.get(definition) ?? [];
  types.sort((a, b) => compareText(a.page.name, b.page.name) || compareText(a.path, b.path));
  return {
    model,
    newest: models.at(-1) ?? model,
    history,
    kinds: kinds.map((entry) => ({ ...entry, appearsIn: appearsIn(entry.page.definition) })),
    types: types.map((entry) => ({ ...entry, appearsIn: appearsIn(entry.page.definition) })),
    places,
    changes: changesOf(models),
  };
}

function changesOf(models: readonly SchemaModel[]): readonly VersionChanges[] {
  return models.flatMap((after, index): readonly VersionChanges[] => {
    const before = models[index - 1];
    if (!before) return [];
    const [from, to] = [before.kubernetesVersion, after.kubernetesVersion];
    const path = `changes/${`${from}-${to}`.toLowerCase().replace(/[^a-z0-9.-]/g, "_")}.html`;
    return [{ before: from, after: to, path, changes: compareSchemas(before, after) }];
  }).reverse();
}

/** Lists the fields of a page that have a named type, in the order of the page. */
function* namedFields(fields: readonly PageField[]): Iterable<{ definition: string; id: string }> {
  for (const field of fields) {
    const definition = namedIn(field.type);
    if (definition !== undefined) yield { definition, id: field.id };
    yield* namedFields(field.fields);
  }
}

function namedIn(type: PageType): string | undefined {
  let current = type;
  while (current.type === "list" || current.type === "map") {
    current = current.type === "list" ? current.items : current.values;
  }
  return current.type === "named" ? current.definition : undefined;
}
