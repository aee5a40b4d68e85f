import { textHtml } from "./text-html.ts";

/** The surroundings of the content of every page. */
export interface LayoutOptions {
  /** The relative path from this page to the site's folder. */
  readonly root: string;
  /** The site's name, at the top of every page. */
  readonly siteTitle: string;
  readonly title: string;
  /** One line for search engines and previews. */
  readonly description: string;
  readonly links: readonly SiteLink[];
  /** The path from the site's first page, without the page itself. */
  readonly crumbs?: readonly SiteLink[];
  /** The content of the column next to the page on a wide screen. */
  readonly aside?: string;
  readonly footer: string;
  /** Whether the site has search. */
  readonly hasSearch: boolean;
}

/** A page that every page links to; the path is relative to the site's folder. */
export interface SiteLink {
  readonly path: string;
  readonly text: string;
}

/**
 * Only what belongs to the site may be loaded, and nothing written into a page may run.
 *
 * @see {@link https://www.w3.org/TR/CSP3/}
 */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * Writes a whole page of the site around its content. The layout's own ids begin with a colon, which no field's id
 * does.
 */
export function layoutHtml(main: string, options: LayoutOptions): string {
  const { root, siteTitle, title, description, links, aside = "", crumbs = [], footer, hasSearch } = options;
  const way = crumbs.length === 0
    ? ""
    : `<nav class="crumbs" aria-label="Breadcrumb"><ol>${
      crumbs.map(({ path, text }) => `<li><a href="${root}${textHtml(path)}">${textHtml(text)}</a></li>`).join("")
    }</ol></nav>`;
  const search = hasSearch
    ? `<form role="search" hidden><label class="off" for=":q">Search kinds, fields and texts</label><input id=":q" ` +
      `type="search" placeholder="Search  /" autocomplete="off" spellcheck="false" role="combobox" ` +
      `aria-expanded="false" aria-controls=":hits" aria-autocomplete="list"><ul id=":hits" role="listbox" ` +
      `aria-label="Search results" hidden></ul><p class="off" role="status"></p></form>`
    : "";
  return `<!DOCTYPE html>
<html lang="en" data-root="${root}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${textHtml(title)} · ${textHtml(siteTitle)}</title>
<meta name="description" content="${textHtml(description)}">
<link rel="stylesheet" href="${root}assets/site.css"><script src="${root}assets/site.js"></script></head>
<body><a class="skip" href="#:main">Skip to content</a>
<header><a class="home" href="${root}index.html">${textHtml(siteTitle)}</a><nav aria-label="Site">${
    links.map(({ path, text }) => `<a href="${root}${path}">${textHtml(text)}</a>`).join("")
  }</nav>${search}<button id=":theme" type="button" hidden>Dark</button></header>
<div class="page"><main id=":main">${way}${main}</main>${aside === "" ? "" : `<aside>${aside}</aside>`}</div>
<footer>${footer}</footer></body></html>
`;
}
