import type { TypePage } from "../page/page.ts";
import { codeHtml, textHtml } from "./text-html.ts";
import { historyBadges, historyHtml } from "./history-html.ts";
import { fieldsSection } from "./kind-page.ts";
import type { PageContext } from "./page-context.ts";

/** The parts of a type's page beyond its model. */
export interface TypePageOptions {
  /** Links to the fields that have the type. */
  readonly appearsIn: string;
  readonly diagram: string;
  readonly hasTools: boolean;
}

/** Writes the content of a shared type's page. */
export function typePageHtml(page: TypePage, context: PageContext, options: TypePageOptions): string {
  return [
    `<h1 id="${textHtml(page.id)}">${textHtml(page.name)}${historyBadges(page.history)}<small>${
      textHtml(page.base.type)
    } · Kubernetes ${textHtml(page.kubernetesVersion)}</small></h1>`,
    page.isRemoved ? `<p class="note">Kubernetes ${textHtml(page.kubernetesVersion)} does not have this type.</p>` : "",
    page.description === undefined ? "" : `<div class="lead">${context.prose(page.description)}</div>`,
    historyHtml(page.history),
    `<p class="x">${codeHtml(page.definition)}</p>`,
    fieldsSection(page.fields, context, options),
    options.appearsIn,
    options.diagram === "" ? "" : `<h2 id=":references">References</h2>${options.diagram}`,
  ].join("");
}
