import type { JsonValue, SchemaChange } from "@kubeschema/model";
import { type ChangeSentence, describeChanges } from "../compare/describe-change.ts";
import { breakableHtml } from "../html/breakable-html.ts";
import { textHtml } from "../html/text-html.ts";
import { changeHtml } from "../html/history-html.ts";
import type { PageField } from "../page/page.ts";
import type { SitePlan, VersionChanges } from "./plan-site.ts";

/** Writes the content of the page of changes from one version to the next, with what breaks first. */
export function changesPageHtml({ before, after, changes }: VersionChanges, linker: ChangeLinker): string {
  const texts = changes.filter(isText);
  const sections = describeChanges(changes).map(({ title, told }) =>
    sectionHtml(title, told.map(({ change, sentence }) => sentenceHtml(change, sentence, linker)))
  );
  return [
    `<h1>What changed<small>Kubernetes ${textHtml(before)} to ${textHtml(after)}</small></h1>`,
    ...(changes.length === 0 ? ["<p>Nothing.</p>"] : sections),
    texts.length === 0 ? "" : sectionHtml("Texts", texts.map((change) => changedTextHtml(change, linker))),
  ].join("");
}

function sectionHtml(title: string, items: readonly string[]): string {
  return `<h2 id="${title.toLowerCase()}">${title} <small>${items.length}</small></h2><ul class="rows">${
    items.map((item) => `<li>${item}</li>`).join("")
  }</ul>`;
}

/** Writes the content of the page that lists the pages of changes. */
export function changesIndexHtml(plan: SitePlan, root: string): string {
  const rows = plan.changes.map(({ before, after, path, changes }) => {
    const counts = new Map(describeChanges(changes).map(({ title, told }) => [title, told.length]));
    const numbers = [...countedSections.map((title) => counts.get(title) ?? 0), changes.filter(isText).length];
    return `<tr><td><a href="${root}${path}">${textHtml(before)} to ${textHtml(after)}</a></td>${
      numbers.map((number) => `<td class="num">${number}</td>`).join("")
    }</tr>`;
  });
  const head = [...countedSections, "Texts"].map((title) => `<th scope="col" class="num">${title}</th>`).join("");
  return `<h1>What changed<small>The number of changes from each version to the next one here</small></h1>` +
    `<div class="wide" tabindex="0" role="region" aria-label="Numbers of changes"><table><thead><tr>` +
    `<th scope="col">Versions</th>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

const countedSections = ["Breaking", "Deprecated", "New", "Changed"] as const;

function isText({ code }: SchemaChange): boolean {
  return code === "TEXT_CHANGED";
}

function sentenceHtml({ place }: SchemaChange, { parts }: ChangeSentence, linker: ChangeLinker): string {
  const named = parts.findIndex(({ isCode }) => isCode);
  return parts.map(({ isCode, text }, index) => {
    const shown = isCode ? `<code>${breakableHtml(text)}</code>` : textHtml(text);
    return index === named ? linker.link(place, shown) : shown;
  }).join("");
}

function changedTextHtml({ place, before, after }: SchemaChange, linker: ChangeLinker): string {
  return `${linker.link(place, `<code>${breakableHtml(place)}</code>`)}<p class="x">${
    changeHtml(textOf(before), textOf(after))
  }</p>`;
}

function textOf(value: JsonValue | undefined): string {
  return value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
}

function idKey(path: string, above: string | undefined, name: string): string {
  return JSON.stringify([path, above, name]);
}

/** Finds the page of what a change names, for pages in one folder. */
export class ChangeLinker {
  readonly #plan: SitePlan;
  readonly #root: string;
  readonly #kinds: ReadonlyMap<string, string>;
  /** The ids of fields, by their page, the field above them and their name: an id need not be the dotted path. */
  readonly #ids = new Map<string, string>();

  constructor(plan: SitePlan, root: string) {
    this.#plan = plan;
    this.#root = root;
    for (const { path, page } of [...plan.kinds, ...plan.types]) this.#addIds(path, undefined, page.fields);
    this.#kinds = new Map(plan.kinds.map(({ path, page }) => [`${page.apiVersion}/${page.gvk.kind}`, path]));
  }

  /** Links what is shown to the page of a place, if there is one. */
  link(place: string, shown: string): string {
    const href = this.#hrefOf(place);
    return href === undefined ? shown : `<a href="${textHtml(this.#root + href)}">${shown}</a>`;
  }

  #addIds(path: string, above: string | undefined, fields: readonly PageField[]): void {
    for (const { name, id, fields: inner } of fields) {
      this.#ids.set(idKey(path, above, name), id);
      this.#addIds(path, id, inner);
    }
  }

  #hrefOf(place: string): string | undefined {
    const kind = this.#kinds.get(place);
    if (kind !== undefined) return kind;
    // A definition's name has dots, as a field's path does, so the longest one that exists counts.
    for (let end = place.length; end > 0; end = place.lastIndexOf(".", end - 1)) {
      const found = this.#plan.places.get(place.slice(0, end));
      if (!found) continue;
      const field = place.slice(end + 1).replace(/(?:\[\]|\{\}).*$/, "");
      // A type without a page of its own has its fields below the place where it is inlined.
      const id = this.#ids.get(idKey(found.path, found.id, field)) ?? found.id;
      return id === undefined ? found.path : `${found.path}#${id}`;
    }
    return undefined;
  }
}
