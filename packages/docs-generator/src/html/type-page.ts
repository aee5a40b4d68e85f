import type { TypePage } from "../page/page.ts";
import { codeHtml, escapeHtml } from "./escape-html.ts";
import { historyBadges, historyHtml } from "./history-html.ts";
import { fieldsSection } from "./kind-page.ts";
import type { PageContext } from "./page-context.ts";

/** What the page of a type says beyond its model. */
export interface TypePageOptions {
  /** Links to the fields that have the type. */
  readonly appearsIn: string;
  readonly diagram: string;
  readonly hasTools: boolean;
}

/** Writes the content of a shared type's page. */
export function typePageHtml(page: TypePage, context: PageContext, options: TypePageOptions): string {
  return [
    `<h1 id="${escapeHtml(page.id)}">${escapeHtml(page.name)}${historyBadges(page.history)}<small>${
      escapeHtml(page.base.type)
    } · Kubernetes ${escapeHtml(page.kubernetesVersion)}</small></h1>`,
    page.isGone ? `<p class="note">Kubernetes ${escapeHtml(page.kubernetesVersion)} does not have this type.</p>` : "",
    page.description === undefined ? "" : `<div class="lead">${context.prose(page.description)}</div>`,
    historyHtml(page.history),
    `<p class="x">${codeHtml(page.definition)}</p>`,
    fieldsSection(page.fields, context, options),
    options.appearsIn,
    options.diagram === "" ? "" : `<h2 id=":references">What refers to what</h2>${options.diagram}`,
  ].join("");
}
