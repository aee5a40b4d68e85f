import { buildExample } from "../example/build-example.ts";
import { emitYaml } from "../example/emit-yaml.ts";
import { diagramSvg } from "../html/diagram.ts";
import { breakableHtml } from "../html/breakable-html.ts";
import { textHtml } from "../html/text-html.ts";
import { kindPageHtml } from "../html/kind-page.ts";
import { layoutHtml, type LayoutOptions, type SiteLink } from "../html/layout.ts";
import type { PageContext } from "../html/page-context.ts";
import { proseHtml } from "../html/prose-html.ts";
import { siteScript } from "../html/site-script.ts";
import { stylesheet } from "../html/stylesheet.ts";
import { typePageHtml } from "../html/type-page.ts";
import type { Page, PageField, SharedType, TypePage } from "../page/page.ts";
import { firstSentence } from "../prose/first-sentence.ts";
import { type JsonSchema, toJsonSchemas } from "../schema/to-json-schema.ts";
import { aToZPageHtml } from "./a-to-z-page.ts";
import { ChangeLinker, changesIndexHtml, changesPageHtml } from "./changes-page.ts";
import { groupId, groupKinds, type KindGroup } from "./group-kinds.ts";
import { indexAsideHtml, indexPageHtml } from "./index-page.ts";
import { contentsNav, groupNav, versionsNav } from "./page-asides.ts";
import type { Appearance, KindEntry, SitePlan, TypeEntry } from "./plan-site.ts";
import { emitSearchData } from "./search-data.ts";
import { rootFrom } from "./site-paths.ts";

/** One file of a site. */
export interface SiteFile {
  /** Relative to the site's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What a site needs in addition to its plan. */
export interface SiteOptions {
  /** The title at the top of every page. By default it names the version. */
  readonly title?: string;
  /** The text of MiniSearch as one script that sets a global, with its licence; without it the site has no search. */
  readonly miniSearch?: string;
  /** The module of `@kubeschema/types` that exports a kind's interface; undefined where there is none. */
  readonly typesModuleOf?: (page: Page) => string | undefined;
  /** Pages of rules and of a guide, if any. */
  readonly extraPages?: readonly ExtraPage[];
}

/** A page from elsewhere in the site's layout. */
export interface ExtraPage {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly html: string;
  /** The column next to it on a wide screen. */
  readonly aside?: string;
  /** The path from the site's first page, without the page itself. */
  readonly crumbs?: readonly SiteLink[];
  /** Whether every page links to it. */
  readonly isMain: boolean;
}

/**
 * Writes a static site: readable without a script and from `file://`, with nothing loaded from elsewhere. Files are
 * yielded one by one, so that the whole site need not be in memory.
 *
 * @param plan From `planSite()`.
 */
export function* emitSite(plan: SitePlan, options: SiteOptions = {}): Iterable<SiteFile> {
  const site = new SiteWriter(plan, options);
  yield site.file("index.html", indexPageHtml(plan, site.title), {
    title: "Kinds",
    description: site.title,
    aside: indexAsideHtml(plan),
  });
  yield site.file("a-z.html", aToZPageHtml(plan), { title: "A–Z", description: "Every kind, type and field by name" });
  for (const entry of plan.kinds) yield* site.kindFiles(entry);
  for (const entry of plan.types) yield site.typeFile(entry);
  yield* site.changeFiles();
  for (const { path, html, title, description, aside = "", crumbs = [] } of options.extraPages ?? []) {
    yield site.file(path, html, { title, description, aside, crumbs });
  }
  yield { path: "schemas/definitions.json", text: `${JSON.stringify(site.definitions())}\n` };
  yield { path: "assets/site.css", text: stylesheet };
  yield { path: "assets/site.js", text: siteScript };
  if (options.miniSearch === undefined) return;
  const { names, texts } = emitSearchData(plan);
  yield { path: "assets/minisearch.js", text: options.miniSearch };
  yield { path: "assets/search-names.js", text: names };
  yield { path: "assets/search-texts.js", text: texts };
}

class SiteWriter {
  readonly title: string;
  readonly #plan: SitePlan;
  readonly #options: SiteOptions;
  readonly #links: readonly SiteLink[];
  readonly #footer: string;
  readonly #prose = new Map<string, string>();
  readonly #pagePaths: ReadonlyMap<string, string>;
  readonly #kindPaths: ReadonlyMap<string, KindEntry[]>;
  readonly #groups: ReadonlyMap<string, KindGroup>;

  constructor(plan: SitePlan, options: SiteOptions) {
    this.#plan = plan;
    this.#options = options;
    this.title = options.title ?? `Kubernetes ${plan.newest.kubernetesVersion} reference`;
    this.#links = [
      { path: "index.html", text: "Kinds" },
      { path: "a-z.html", text: "A–Z" },
      ...(plan.changes.length > 0 ? [{ path: changesPath, text: "Changes" }] : []),
      ...(options.extraPages ?? []).filter(({ isMain }) => isMain).map(({ path, title }) => ({ path, text: title })),
    ];
    const { name, sha256 } = plan.newest.source;
    this.#footer =
      `From ${textHtml(name)}${sha256 === "" ? "" : `, SHA-256 <code>${textHtml(sha256.slice(0, 12))}</code>`}. ` +
      "Descriptions are the schema's own.";
    this.#pagePaths = new Map([...plan.kinds, ...plan.types].map(({ path, page }) => [page.definition, path]));
    this.#kindPaths = Map.groupBy(plan.kinds, ({ page }) => page.gvk.kind);
    this.#groups = new Map(groupKinds(plan.kinds).map((group) => [group.name, group]));
  }

  file(path: string, html: string, head: Pick<LayoutOptions, "title" | "description" | "aside" | "crumbs">): SiteFile {
    const text = layoutHtml(html, {
      root: rootFrom(path),
      siteTitle: this.title,
      links: this.#links,
      footer: this.#footer,
      hasSearch: this.#options.miniSearch !== undefined,
      ...head,
    });
    return { path, text };
  }

  *kindFiles({ path, kind, page, appearsIn }: KindEntry): Iterable<SiteFile> {
    const root = rootFrom(path);
    const schemaPath = `schemas/${path.replace(/\.html$/, ".json")}`;
    const others = (this.#kindPaths.get(page.gvk.kind) ?? []).filter((other) => other.path !== path);
    const html = kindPageHtml(page, this.#context(path), {
      typesModule: this.#options.typesModuleOf?.(page),
      example: page.isRemoved ? undefined : emitYaml(buildExample(this.#plan.newest, kind)),
      schemaHref: page.isRemoved ? undefined : `${root}${schemaPath}`,
      diagram: this.#diagram(path, page, page.gvk.kind, appearsIn),
      otherVersions: others.map((other) => ({ text: other.page.apiVersion, href: `${root}${other.path}` })),
      hasTools: true,
    }) + appearsInHtml(appearsIn, root);
    yield this.file(path, html, {
      title: `${page.gvk.kind} ${page.apiVersion}`,
      description: summary(page.description),
      crumbs: this.#kindCrumbs(page.gvk),
      aside: this.#aside(path, page.gvk.group, page.fields),
    });
    if (page.isRemoved) return;
    // Relative, so that it works wherever the site is.
    const $ref = `${rootFrom(schemaPath)}schemas/definitions.json#/$defs/${page.definition}`;
    yield { path: schemaPath, text: `${JSON.stringify({ $schema: jsonSchemaDraft, title: page.gvk.kind, $ref })}\n` };
  }

  typeFile({ path, page, appearsIn }: TypeEntry): SiteFile {
    const html = typePageHtml(page, this.#context(path), {
      appearsIn: appearsInHtml(appearsIn, rootFrom(path)),
      diagram: this.#diagram(path, page, page.name, appearsIn),
      hasTools: true,
    });
    const description = summary(page.description);
    return this.file(path, html, {
      title: page.name,
      description,
      crumbs: [kindsLink, { path: "index.html#shared-types", text: "Shared types" }],
      aside: this.#aside(path, undefined, page.fields),
    });
  }

  *changeFiles(): Iterable<SiteFile> {
    if (this.#plan.changes.length === 0) return;
    const linker = new ChangeLinker(this.#plan, rootFrom(changesPath));
    for (const change of this.#plan.changes) {
      const title = `What changed from ${change.before} to ${change.after}`;
      yield this.file(change.path, changesPageHtml(change, linker), {
        title,
        description: title,
        crumbs: [{ path: changesPath, text: "Changes" }],
        aside: versionsNav(this.#plan.changes, change.path),
      });
    }
    yield this.file(changesPath, changesIndexHtml(this.#plan, rootFrom(changesPath)), {
      title: "What changed",
      description: "What changed between versions",
    });
  }

  definitions(): JsonSchema {
    const { kubernetesVersion } = this.#plan.newest;
    return {
      $schema: jsonSchemaDraft,
      title: `Kubernetes ${kubernetesVersion}`,
      $defs: toJsonSchemas(this.#plan.newest),
    };
  }

  #kindCrumbs({ group, version }: Page["gvk"]): readonly SiteLink[] {
    const name = group === "" ? "core" : group;
    return [kindsLink, { path: `index.html#${groupId(name)}`, text: `${name}/${version}` }];
  }

  #context(path: string): PageContext {
    const root = rootFrom(path);
    return {
      root,
      hrefOf: (definition) => {
        const target = this.#pagePaths.get(definition);
        return target === undefined || target === path ? undefined : `${root}${target}`;
      },
      prose: (text) => {
        const known = this.#prose.get(text);
        if (known !== undefined) return known;
        const written = proseHtml(text);
        this.#prose.set(text, written);
        return written;
      },
    };
  }

  #diagram(path: string, page: Page | TypePage, name: string, appearsIn: readonly Appearance[]): string {
    const root = rootFrom(path);
    const users = new Map(appearsIn.map((place) => [place.path, { text: place.name, href: `${root}${place.path}` }]));
    const uses = page.sharedTypes.flatMap(({ definition, name: text }: SharedType) => {
      const target = this.#pagePaths.get(definition);
      return target === undefined ? [] : [{ text, href: `${root}${target}` }];
    });
    return diagramSvg(name, [...users.values()], uses);
  }

  #aside(path: string, group: string | undefined, fields: readonly PageField[]): string {
    const kinds = group === undefined ? undefined : this.#groups.get(group === "" ? "core" : group);
    return contentsNav(fields) + (kinds === undefined ? "" : groupNav(kinds, path));
  }
}

const changesPath = "changes/index.html";

const kindsLink: SiteLink = { path: "index.html", text: "Kinds" };

const jsonSchemaDraft = "https://json-schema.org/draft/2020-12/schema";

function summary(description = ""): string {
  return firstSentence(description.slice(0, 1000)).replace(/\s+/g, " ").slice(0, 200);
}

function appearsInHtml(appearsIn: readonly Appearance[], root: string): string {
  if (appearsIn.length === 0) return "";
  const sameNames = Map.groupBy(appearsIn, ({ name, id }) => `${name}.${id}`);
  const items = appearsIn.map(({ path, name, id }) => {
    // The folder of a page distinguishes the versions of a kind.
    const isOne = (sameNames.get(`${name}.${id}`)?.length ?? 0) <= 1;
    const version = isOne ? "" : ` <small>${breakableHtml(path.slice(0, path.lastIndexOf("/")))}</small>`;
    return `<li><a href="${root}${path}#${textHtml(id)}">${textHtml(name)}<small>.<wbr>${
      breakableHtml(id)
    }</small></a>${version}</li>`;
  });
  return `<h2 id=":appears-in">Appears in</h2><ul class="names">${items.join("")}</ul>`;
}
