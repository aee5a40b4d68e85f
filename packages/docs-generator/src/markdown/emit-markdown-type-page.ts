import type { TypePage } from "../page/page.ts";
import type { Appearance } from "../site/plan-site.ts";
import { emitContents } from "./emit-contents.ts";
import { emitField } from "./emit-field.ts";
import { mergeNote, sharedLinks } from "./emit-markdown-page.ts";
import { emitProse } from "./emit-prose.ts";
import { codeSpan, escapeMarkdown, markdownLink } from "./escape-markdown.ts";
import { historyList, historyMarks } from "./fact-text.ts";
import { baseMarkdown, type DefinitionHref } from "./type-text.ts";

/** The surroundings of a type's page in its tree. */
export interface MarkdownTypePageOptions {
  readonly hrefOf: DefinitionHref;
  readonly appearsIn: readonly Appearance[];
  /** The link to a page of the tree, relative to this one. */
  readonly linkTo: (path: string) => string;
}

/** Writes the page of a type that several kinds share, in the form of `emitMarkdownPage()`. */
export function emitMarkdownTypePage(page: TypePage, { hrefOf, appearsIn, linkTo }: MarkdownTypePageOptions): string {
  const facts = [baseMarkdown(page.base), codeSpan(page.definition), ...historyMarks(page.history)];
  const blocks = [
    `<a id="${page.id}"></a>`,
    `# ${escapeMarkdown(page.name)}`,
    facts.join(" · "),
    ...(page.description === undefined ? [] : [emitProse(page.description)]),
    historyList(page.history),
    ...(page.fields.length === 0 ? [] : [
      "## Contents",
      emitContents(page.fields, hrefOf),
      ...(page.sharedTypes.length === 0 ? [] : [`Shared types: ${sharedLinks(page, hrefOf)}`]),
      "## Fields",
      mergeNote,
      ...page.fields.flatMap((field) => emitField(field, hrefOf)),
    ]),
    ...(appearsIn.length === 0 ? [] : [
      "## Appears in",
      appearsIn.map(({ path, name, id }) =>
        `- ${markdownLink(codeSpan(`${name}.${id}`), `${linkTo(path)}#${id}`)} (${
          escapeMarkdown(path.slice(0, path.lastIndexOf("/")))
        })`
      ).join("\n"),
    ]),
    "---",
    `From ${escapeMarkdown(page.sourceName)}.`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
