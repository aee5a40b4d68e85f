import { posix } from "node:path";
import { CommandError } from "@kubeschema/command-kit";
import { textHtml } from "../../html/text-html.ts";
import type { SiteLink } from "../../html/layout.ts";
import { firstSentence } from "../../prose/first-sentence.ts";
import type { ExtraPage } from "../../site/emit-site.ts";
import { linkItem } from "../../site/page-asides.ts";
import { markdownHtml, type Outline, readOutline } from "./markdown-html.ts";

/** A file of Markdown that becomes a page. */
export interface GuideFile {
  /** Below the folder of pages, with `/`. */
  readonly name: string;
  readonly text: string;
}

interface GuideEntry extends GuideFile {
  readonly path: string;
  readonly title: string;
  readonly outline: Outline;
}

/**
 * Makes a page from each file of Markdown, and an index of them. A `README.md` or `index.md` is the first page of its
 * folder; the folders at the top are the parts of the index. Links between the files lead from page to page; the text
 * alone is left of links to other files.
 *
 * @throws {CommandError} If a file has no title, or a link leads to a page or a heading that does not exist; the message
 *   names the file.
 */
export function readGuide(files: readonly GuideFile[]): readonly ExtraPage[] {
  const entries = new Map<string, GuideEntry>();
  for (const { name, text } of files) {
    const path = guidePath(name);
    const known = entries.get(path);
    if (known) throw new CommandError(`Cannot read page "${name}": its place is taken by "${known.name}"`);
    const outline = readOutline(text);
    const { title } = outline;
    if (title === undefined) throw new CommandError(`Cannot read page "${name}": it has no heading "# Title"`);
    entries.set(path, { name, text, path, title, outline });
  }
  const parts = [...Map.groupBy(entries.values(), ({ name }) => name.includes("/") ? name.split("/", 1)[0] : "")]
    .map(([folder = "", members]) => toPart(folder, members));
  return [
    indexPage(parts),
    ...parts.flatMap((part) =>
      [...part.first ? [part.first] : [], ...part.others].map((entry) => guidePage(entry, part, entries))
    ),
  ];
}

interface Part {
  readonly title: string;
  /** The page that the folder opens with, if it has one. */
  readonly first: GuideEntry | undefined;
  /** The other pages by path. */
  readonly others: readonly GuideEntry[];
}

const guideRoot = "guide/";
const indexPath = `${guideRoot}index.html`;
const indexTitle = "Guide";

function guidePath(name: string): string {
  const isFirst = /(?:^|\/)(?:readme|index)\.md$/i.test(name);
  const page = isFirst ? `${name.slice(0, name.lastIndexOf("/") + 1)}index` : name.replace(/\.md$/i, "");
  // The first page of all is the index of the guide.
  const inside = page === "index" ? "overview" : page;
  return `${guideRoot}${inside.toLowerCase().replace(/[^a-z0-9._/-]/g, "-")}.html`;
}

function toPart(folder: string, members: readonly GuideEntry[]): Part {
  const first = members.find(({ path }) => path === `${guideRoot}${folder.toLowerCase()}/index.html`);
  return {
    title: first?.title ?? (folder === "" ? indexTitle : folder),
    first,
    others: members.filter((entry) => entry !== first),
  };
}

function indexPage(parts: readonly Part[]): ExtraPage {
  const link = ({ path }: GuideEntry, text: string): string =>
    `<a href="${posix.relative("guide", path)}">${textHtml(text)}</a>`;
  const lead = ({ outline }: GuideEntry): string => `<p>${textHtml(firstSentence(outline.lead))}</p>`;
  const sections = parts.map(({ title, first, others }) => {
    const rows = others.map((entry) => `<li>${link(entry, entry.title)}${lead(entry)}</li>`);
    return `<h2>${first ? link(first, title) : textHtml(title)}</h2>${first ? lead(first) : ""}${
      rows.length === 0 ? "" : `<ul class="rows">${rows.join("")}</ul>`
    }`;
  });
  return {
    path: indexPath,
    title: indexTitle,
    description: indexTitle,
    html: `<h1>${indexTitle}</h1>${sections.join("")}`,
    isMain: true,
  };
}

function guidePage(
  entry: GuideEntry,
  { title, first, others }: Part,
  entries: ReadonlyMap<string, GuideEntry>,
): ExtraPage {
  const { path, name, text, outline } = entry;
  const guide: SiteLink = { path: indexPath, text: indexTitle };
  try {
    return {
      path,
      title: entry.title,
      description: firstSentence(outline.lead).slice(0, 200),
      html: `<div class="guide">${
        markdownHtml(text, outline, { hrefOf: (destination) => hrefOf(destination, entry, entries) })
      }</div>`,
      crumbs: first === undefined || first === entry ? [guide] : [guide, { path: first.path, text: title }],
      aside: contents(outline) +
        `<nav aria-label="Pages"><h2>${textHtml(title)}</h2><ul>${
          [
            ...first ? [linkItem(first.path, "Overview", path)] : [],
            ...others.map((other) => linkItem(other.path, other.title, path)),
          ].join("")
        }</ul></nav>`,
      isMain: false,
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandError(`Cannot read page "${name}": ${error.message}`, { cause: error });
  }
}

function contents({ headings }: Outline): string {
  const items = headings.filter(({ depth }) => depth === 2).map(({ id, text }) =>
    `<li><a href="#${textHtml(id)}">${textHtml(text)}</a></li>`
  );
  return items.length === 0
    ? ""
    : `<nav aria-label="On this page"><h2>On this page</h2><ul>${items.join("")}</ul></nav>`;
}

/** Links within a page and to other sites stay; a link to a file that is not a page has no target. */
function hrefOf(
  destination: string,
  { path, name }: GuideEntry,
  entries: ReadonlyMap<string, GuideEntry>,
): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(destination)) return destination;
  const [file = "", fragment] = destination.split("#", 2);
  const target = file === "" ? name : posix.join(posix.dirname(name), file);
  const isPage = /\.md$/i.test(target) && !target.startsWith("../");
  if (!isPage) return undefined;
  const found = entries.get(guidePath(target));
  if (found === undefined) throw new TypeError(`the link to "${destination}" leads to no page`);
  if (fragment !== undefined && !found.outline.headings.some(({ id }) => id === fragment)) {
    throw new TypeError(`the link to "${destination}" leads to no heading of the page`);
  }
  const href = file === "" ? "" : posix.relative(posix.dirname(path), found.path);
  return fragment === undefined ? href : `${href}#${fragment}`;
}
