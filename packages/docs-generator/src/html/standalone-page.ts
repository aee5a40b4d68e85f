import { createHash } from "node:crypto";
import type { Page, SharedType } from "../page/page.ts";
import { firstSentence } from "../prose/first-sentence.ts";
import { codeHtml, textHtml } from "./text-html.ts";
import { kindPageHtml, type KindPageOptions } from "./kind-page.ts";
import type { PageContext } from "./page-context.ts";
import { proseHtml, proseLineHtml } from "./prose-html.ts";
import { stylesheet } from "./stylesheet.ts";
import { typeHtml } from "./type-html.ts";

/**
 * Writes the page of one kind as one HTML file that needs no other: the stylesheet is within, allowed by its hash, and
 * nothing else may load or run. Shared types stand at the end in summary.
 *
 * @see {@link https://www.w3.org/TR/CSP3/#grammardef-hash-source}
 */
export function emitStandalonePage(page: Page, options: KindPageOptions = {}): string {
  const context: PageContext = { root: "", hrefOf: () => undefined, prose: proseHtml };
  const title = `${page.gvk.kind} ${page.apiVersion}`;
  const shared = page.sharedTypes.length === 0
    ? ""
    : `<h2 id=":shared-types">Shared types</h2>${page.sharedTypes.map((type) => sharedHtml(type, context)).join("")}`;
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${textHtml(title)}</title>
<style>${stylesheet}</style></head>
<body><div class="page"><main id=":main">${kindPageHtml(page, context, options)}${shared}</main></div>
<footer>From ${textHtml(page.sourceName)}.</footer></body></html>
`;
}

const styleHash = createHash("sha256").update(stylesheet).digest("base64");

function sharedHtml(shared: SharedType, context: PageContext): string {
  const rows = shared.fields.map(({ name, isRequired, type, description }) =>
    `<tr><td>${codeHtml(name)}</td><td>${typeHtml(type, context)}${
      isRequired ? ' <b class="r">required</b>' : ""
    }</td><td>${proseLineHtml(firstSentence(description ?? ""))}</td></tr>`
  );
  const table = rows.length === 0
    ? ""
    : '<table><thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Description</th></tr></thead>' +
      `<tbody>${rows.join("")}</tbody></table>`;
  return `<h3 id="${textHtml(shared.id)}">${textHtml(shared.name)}</h3><p class="x">${codeHtml(shared.definition)}</p>${
    shared.description === undefined ? "" : proseHtml(shared.description)
  }${table}`;
}
