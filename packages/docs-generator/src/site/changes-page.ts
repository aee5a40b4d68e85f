import type { JsonValue, SchemaChange } from "@kubeschema/model";
import { codeHtml, escapeHtml } from "../html/escape-html.ts";
import { changeHtml } from "../html/history-html.ts";
import { CHANGE_TEXTS } from "./change-texts.ts";
import type { SitePlan, VersionChanges } from "./plan-site.ts";

/** Writes the content of the page of what changed from one version to the next: what breaks first. */
export function changesPageHtml({ before, after, changes }: VersionChanges, plan: SitePlan, root: string): string {
  const breaking = changes.filter(({ isBreaking }) => isBreaking);
  const texts = changes.filter(({ code }) => code === "TEXT_CHANGED");
  const others = changes.filter(({ code, isBreaking }) => !isBreaking && code !== "TEXT_CHANGED");
  const linker = new ChangeLinker(plan, root);
  const section = (id: string, title: string, part: readonly SchemaChange[]): string =>
    `<h2 id="${id}">${title} (${part.length})</h2>${
      part.length === 0
        ? "<p>None.</p>"
        : `<ul class="f">${part.map((change) => changeItem(change, linker)).join("")}</ul>`
    }`;
  return [
    `<h1>What changed<small>Kubernetes ${escapeHtml(before)} to ${escapeHtml(after)}</small></h1>`,
    section("breaking", "Breaking", breaking),
    section("other", "Other changes of the API", others),
    section("texts", "Texts", texts),
  ].join("");
}

/** Writes the content of the page that lists the pages of changes. */
export function changesIndexHtml(plan: SitePlan): string {
  const rows = plan.changes.map(({ before, after, path, changes }) => {
    const breaking = changes.filter(({ isBreaking }) => isBreaking).length;
    return `<tr><td><a href="${path}">${escapeHtml(before)} to ${
      escapeHtml(after)
    }</a></td><td>${breaking}</td><td>${changes.length}</td></tr>`;
  });
  return `<h1>What changed</h1><table><thead><tr><th scope="col">Versions</th><th scope="col">Breaking</th>` +
    `<th scope="col">In all</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function changeItem(change: SchemaChange, linker: ChangeLinker): string {
  return `<li>${linker.placeHtml(change.place)} <span class="t">${CHANGE_TEXTS[change.code]}</span>${
    valuesHtml(change)
  }</li>`;
}

function valuesHtml({ code, before, after }: SchemaChange): string {
  if (before === undefined && after === undefined) return "";
  const [old, current] = [textOf(before), textOf(after)];
  if (code === "TEXT_CHANGED") {
    return `<details class="v"><summary>Difference</summary><p>${changeHtml(old, current)}</p></details>`;
  }
  if (before === undefined) return ` ${codeHtml(current)}`;
  if (after === undefined) return ` ${codeHtml(old)}`;
  return ` ${codeHtml(old)} → ${codeHtml(current)}`;
}

function textOf(value: JsonValue | undefined): string {
  return value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
}

/** Finds the page of what a change names. */
class ChangeLinker {
  readonly #plan: SitePlan;
  readonly #root: string;
  readonly #kinds: ReadonlyMap<string, string>;

  constructor(plan: SitePlan, root: string) {
    this.#plan = plan;
    this.#root = root;
    this.#kinds = new Map(plan.kinds.map(({ path, page }) => [`${page.apiVersion}/${page.gvk.kind}`, path]));
  }

  placeHtml(place: string): string {
    const href = this.#hrefOf(place);
    const text = codeHtml(place);
    return href === undefined ? text : `<a href="${escapeHtml(this.#root + href)}">${text}</a>`;
  }

  #hrefOf(place: string): string | undefined {
    const kind = this.#kinds.get(place);
    if (kind !== undefined) return kind;
    // A definition's name has dots as a field's path has, so the longest one that there is counts.
    for (let end = place.length; end > 0; end = place.lastIndexOf(".", end - 1)) {
      const found = this.#plan.places.get(place.slice(0, end));
      if (!found) continue;
      const field = place.slice(end + 1).replace(/(?:\[\]|\{\}).*$/, "");
      // A type that only stands inside of a page has its fields below the place where it stands.
      const id = [found.id, field].filter((part) => part !== undefined && part !== "").join(".");
      return id === "" ? found.path : `${found.path}#${id}`;
    }
    return undefined;
  }
}
