import type { Page, PageField } from "../page/page.ts";
import { findSeedAlias } from "./seed-alias.ts";
import { seedComment } from "./seed-comment.ts";
import { seedFieldName, seedInterfaceName, seedStem } from "./seed-name.ts";
import type { SourcePositions } from "./seed-positions.ts";
import { seedType } from "./seed-type.ts";

/** The parts of a seed page that no schema contains. */
export interface SeedPageOptions {
  /** The package that the breadcrumb names, such as `@kubeschema/types`. */
  readonly packageName: string;
  /** The file that declares the kind; without it, fields do not say where they are defined. */
  readonly source?: SeedSource;
}

/** The source file that declares a kind. */
export interface SeedSource {
  /** As printed: `types/gen/ingress.ts`. */
  readonly file: string;
  /** The URL of the file; without it there are no links. */
  readonly url?: string;
  /** The line of each property; a property without one is printed with its file alone. */
  readonly positions?: SourcePositions;
}

/**
 * Writes a page in the format of the seed: Markdown as TypeDoc 0.14 with typedoc-plugin-markdown 1.1 made it from
 * interfaces that json-schema-to-typescript 6.1 had written. It has only the kind's own fields.
 *
 * @see {@link https://github.com/tgreyuk/typedoc-plugin-markdown}
 * @param page From `buildPage()`.
 * @returns The text of `interfaces/<stem>.md`.
 */
export function emitSeedPage(page: Page, options: SeedPageOptions): string {
  const name = seedInterfaceName(page.gvk.kind);
  const stem = seedStem(page.gvk.kind);
  const alias = findSeedAlias(page);
  const description = alias ? alias.description : page.description;
  const fields = [...page.fields].sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  const ids = anchorIds(fields, stem);
  const text = [
    `[${options.packageName}](../README.md) > [${name}](../interfaces/${stem}.md)\n\n`,
    `# Interface: ${name}\n\n`,
    seedComment(description),
    `## Hierarchy\n\n**${name}**\n\n`,
    `## Indexable\n\n\\[k: \`string\`\\]:&nbsp;\`any\`\n`,
    // The interface's own comment again: it follows the signature on the next line.
    seedComment(description),
    "## Index\n\n",
    ...(fields.length === 0 ? ["---\n\n"] : [
      "### Properties\n\n",
      ...fields.map((field) => `* [${seedFieldName(field.name)}](${stem}.md#${ids.get(field)})\n`),
      "\n---\n\n## Properties\n\n",
      ...fields.map((field) => emitProperty(field, ids.get(field) ?? "", alias !== undefined, options.source)),
      "\n",
    ]),
  ].join("");
  // The original did this to every page at the end.
  return text.replace(/\n{3,}/g, "\n\n");
}

function emitProperty(field: PageField, id: string, isAliased: boolean, source: SeedSource | undefined): string {
  const { text, declaredValues } = seedType(field, isAliased);
  const name = seedFieldName(field.name);
  return [
    `<a id="${id}"></a>\n\n`,
    `### ${field.isRequired ? "" : "`<Optional>`"} ${name}\n\n`,
    `**● ${name}**: *${text}*\n\n`,
    definedIn(field.name, source),
    seedComment(field.description),
    declaredValues === undefined ? "" : `#### Type declaration\n\n[k: \`string\`]: ${declaredValues}\n\n`,
    "___\n",
  ].join("");
}

function definedIn(name: string, source: SeedSource | undefined): string {
  if (!source) return "";
  const { file, url, positions = {} } = source;
  const line = Object.hasOwn(positions, name) ? positions[name] : undefined;
  const place = line === undefined ? file : `${file}:${line}`;
  const link = url === undefined ? place : `[${place}](${url}${line === undefined ? "" : `#L${line}`})`;
  return `*Defined in ${link}*\n\n`;
}

/** The page's own name is already used as an anchor: the field `status` of the kind Status is `status-1`. */
function anchorIds(fields: readonly PageField[], stem: string): ReadonlyMap<PageField, string> {
  const counts = new Map([[stem, 1]]);
  return new Map(fields.map((field) => {
    const id = seedStem(field.name);
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return [field, count === 0 ? id : `${id}-${count}`];
  }));
}
