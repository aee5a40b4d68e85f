import type { PageField } from "../page/page.ts";
import { codeSpan, markdownLink } from "./escape-markdown.ts";
import { type DefinitionHref, typeMarkdown } from "./type-text.ts";

/** Longer contents are folded. */
const openCount = 80;

/** Writes the table of contents: every field of the page as a tree of links. */
export function emitContents(fields: readonly PageField[], hrefOf?: DefinitionHref): string {
  const lines = fields.flatMap((field) => emitEntry(field, "", hrefOf));
  if (lines.length <= openCount) return lines.join("\n");
  return `<details>\n<summary>All ${lines.length} fields</summary>\n\n${lines.join("\n")}\n\n</details>`;
}

function emitEntry(field: PageField, indent: string, hrefOf: DefinitionHref | undefined): readonly string[] {
  const required = field.isRequired ? ", **required**" : "";
  return [
    `${indent}- ${markdownLink(codeSpan(field.name), `#${field.id}`)}: ${typeMarkdown(field.type, hrefOf)}${required}`,
    ...field.fields.flatMap((child) => emitEntry(child, `${indent}  `, hrefOf)),
  ];
}
