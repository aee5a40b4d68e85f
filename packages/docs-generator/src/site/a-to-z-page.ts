import { compareStrings } from "@kubeschema/model";
import { escapeHtml } from "../html/escape-html.ts";
import type { PageField } from "../page/page.ts";
import { shortName } from "../page/short-name.ts";
import type { SitePlan } from "./plan-site.ts";

/** One thing that has a name, and where it is. */
interface Name {
  readonly name: string;
  readonly what: string;
  readonly href: string;
}

/** A field's name is linked to this many places at most; the search finds the others. */
const MOST_PLACES = 6;

/** Writes the content of the page that lists every kind, type and field by name, for readers without a script. */
export function aToZPageHtml(plan: SitePlan): string {
  const byLetter = Map.groupBy(namesOf(plan), ({ name }) => letterOf(name));
  const letters = [...byLetter.keys()].sort();
  return [
    "<h1>A–Z<small>Every kind, type and field by name</small></h1>",
    `<ul class="az">${letters.map((letter) => `<li><a href="#letter-${letter}">${letter}</a></li>`).join("")}</ul>`,
    ...letters.map((letter) =>
      `<h2 id="letter-${letter}">${letter}</h2><ul class="names">${
        groupNames(byLetter.get(letter) ?? []).map(nameHtml).join("")
      }</ul>`
    ),
  ].join("");
}

function letterOf(name: string): string {
  const letter = name.replace(/^[^A-Za-z]+/, "").slice(0, 1).toUpperCase();
  return letter === "" ? "0" : letter;
}

function namesOf(plan: SitePlan): readonly Name[] {
  const names: Name[] = [];
  for (const { path, page } of plan.kinds) {
    names.push({ name: page.gvk.kind, what: page.apiVersion, href: path });
    addFields(names, path, page.gvk.kind, page.fields);
  }
  for (const { path, page } of plan.types) addFields(names, path, page.name, page.fields);
  for (const [definition, { path, id }] of plan.places) {
    const name = shortName(definition);
    if (plan.kinds.some(({ page }) => page.definition === definition)) continue;
    names.push({ name, what: "type", href: id === undefined ? path : `${path}#${id}` });
  }
  return names;
}

function addFields(names: Name[], path: string, owner: string, fields: readonly PageField[]): void {
  for (const field of fields) {
    // Every kind has them, and nobody looks for them here.
    if (field.path.length > 1 || !EVERYWHERE.has(field.name)) {
      names.push({ name: field.name, what: `${owner}.${field.path.join(".")}`, href: `${path}#${field.id}` });
    }
    addFields(names, path, owner, field.fields);
  }
}

const EVERYWHERE: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"]);

function groupNames(names: readonly Name[]): readonly (readonly [string, readonly Name[]])[] {
  return [...Map.groupBy(names, ({ name }) => name)]
    .sort(([a], [b]) => compareStrings(a.toLowerCase(), b.toLowerCase()) || compareStrings(a, b));
}

function nameHtml([name, places]: readonly [string, readonly Name[]]): string {
  const links = places.slice(0, MOST_PLACES).map(({ what, href }) =>
    `<a href="${escapeHtml(href)}">${escapeHtml(what)}</a>`
  );
  const rest = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : "";
  return `<li>${escapeHtml(name)} <small>${links.join(", ")}${rest}</small></li>`;
}
