import { codeHtml, textHtml } from "../html/text-html.ts";
import type { PageField } from "../page/page.ts";
import type { KindGroup } from "./group-kinds.ts";
import type { VersionChanges } from "./plan-site.ts";
import { rootFrom } from "./site-paths.ts";

/** Fields deeper than this are left out of the contents of a page. */
const contentsDepth = 2;

/** Writes the contents of a page: its fields, and those one level below. */
export function contentsNav(fields: readonly PageField[]): string {
  if (fields.length === 0) return "";
  const items = fields.map((field) => contentsItem(field, contentsDepth));
  return `<nav aria-label="On this page"><h2>On this page</h2><ul>${items.join("")}</ul></nav>`;
}

/**
 * Writes the links from the page at `path` to the kinds of its group; those that were removed and the lists are left
 * out.
 */
export function groupNav({ name, versions }: KindGroup, path: string): string {
  const parts = versions.map(({ version, kinds }) => {
    const shown = kinds.filter(({ page }) =>
      !page.isRemoved && (page.plural !== undefined || !page.gvk.kind.endsWith("List"))
    );
    return shown.length === 0
      ? ""
      : `<h2>${textHtml(name)} ${textHtml(version)}</h2><ul>${
        shown.map((kind) => linkItem(kind.path, kind.page.gvk.kind, path)).join("")
      }</ul>`;
  });
  return `<nav aria-label="Kinds of this group">${parts.join("")}</nav>`;
}

/** Writes the links from the page at `path` to the pages of changes. */
export function versionsNav(changes: readonly VersionChanges[], path: string): string {
  const items = changes.map((change) => linkItem(change.path, `${change.before} to ${change.after}`, path));
  return `<nav aria-label="Versions"><h2>Versions</h2><ul>${items.join("")}</ul></nav>`;
}

/** Writes an item of a list that links from the page at `path` to another one. */
export function linkItem(target: string, text: string, path: string): string {
  const current = target === path ? ' aria-current="page"' : "";
  return `<li><a${current} href="${rootFrom(path)}${target}">${textHtml(text)}</a></li>`;
}

function contentsItem(field: PageField, depth: number): string {
  const inner = depth > 1 && field.fields.length > 0
    ? `<ul>${field.fields.map((child) => contentsItem(child, depth - 1)).join("")}</ul>`
    : "";
  return `<li><a href="#${textHtml(field.id)}">${codeHtml(field.name)}</a>${inner}</li>`;
}
