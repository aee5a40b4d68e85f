import { compareText } from "@kubeschema/model/compare-text";
import { breakableHtml } from "../html/breakable-html.ts";
import { textHtml } from "../html/text-html.ts";
import type { PageField } from "../page/page.ts";
import { shortName } from "../page/short-name.ts";
import type { SitePlan } from "./plan-site.ts";

/** One thing that has a name, and its place. */
interface Name {
  readonly name: string;
  readonly what: string;
  /** Distinguishes what has the same name and place in several versions. */
  readonly version: string;
  readonly href: string;
}

/** A field's name links to this many places at most; the search finds the others. */
const mostPlaces = 6;

/** Writes the content of the page that lists every kind, type and field by name, for readers without a script. */
export function aToZPageHtml(plan: SitePlan): string {
  const byLetter = Map.groupBy(namesOf(plan), ({ name }) => letterOf(name));
  const letters = [...byLetter.keys()].sort();
  return [
    "<h1>A–Z<small>Every kind, type and field by name</small></h1>",
    `<ul class="az">${letters.map((letter) => `<li><a href="#letter-${letter}">${letter}</a></li>`).join("")}</ul>`,
    ...letters.map((letter) =>
      `<h2 id="letter-${letter}">${letter}</h2><ul class="names az-names">${
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
    const version = page.apiVersion;
    names.push({ name: page.gvk.kind, what: version, version, href: path });
    addFields(names, { path, owner: page.gvk.kind, version }, page.fields);
  }
  for (const { path, page } of plan.types) {
    addFields(names, { path, owner: page.name, version: packageOf(page.definition) }, page.fields);
  }
  const kinds = new Set(plan.kinds.map(({ page }) => page.definition));
  for (const [definition, { path, id }] of plan.places) {
    if (kinds.has(definition)) continue;
    const version = packageOf(definition);
    const href = id === undefined ? path : `${path}#${id}`;
    names.push({ name: shortName(definition), what: `type of ${version}`, version, href });
  }
  return names;
}

/** `core/v1` of `io.k8s.api.core.v1.PodSpec`. */
function packageOf(definition: string): string {
  return definition.split(".").slice(-3, -1).join("/");
}

interface Owner {
  readonly path: string;
  readonly owner: string;
  readonly version: string;
}

function addFields(names: Name[], page: Owner, fields: readonly PageField[]): void {
  for (const field of fields) {
    // Every kind has them, and nobody looks for them here.
    if (field.path.length > 1 || !fieldsOfEveryKind.has(field.name)) {
      const what = `${page.owner}.${field.path.join(".")}`;
      names.push({ name: field.name, what, version: page.version, href: `${page.path}#${field.id}` });
    }
    addFields(names, page, field.fields);
  }
}

const fieldsOfEveryKind: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"]);

function groupNames(names: readonly Name[]): readonly (readonly [string, readonly Name[]])[] {
  return [...Map.groupBy(names, ({ name }) => name)]
    .sort(([a], [b]) => compareText(a.toLowerCase(), b.toLowerCase()) || compareText(a, b));
}

function nameHtml([name, places]: readonly [string, readonly Name[]]): string {
  const wholes = [...Map.groupBy(places, ({ what }) => what).values()];
  const rest = wholes.length > mostPlaces ? `<li>and ${wholes.length - mostPlaces} more</li>` : "";
  return `<li>${textHtml(name)}<ul>${wholes.slice(0, mostPlaces).map(placeHtml).join("")}${rest}</ul></li>`;
}

/** Writes one place, with links to the same in other versions. */
function placeHtml([first, ...others]: readonly Name[]): string {
  if (first === undefined) return "";
  const more = others.slice(0, mostPlaces).map(({ version, href }) =>
    `<a href="${textHtml(href)}">${breakableHtml(version)}</a>`
  );
  return `<li><a href="${textHtml(first.href)}">${breakableHtml(first.what)}</a>${
    more.length === 0 ? "" : ` also ${more.join(", ")}`
  }</li>`;
}
