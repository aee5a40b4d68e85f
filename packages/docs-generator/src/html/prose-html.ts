import { parseInline } from "../prose/parse-inline.ts";
import { parseProse } from "../prose/parse-prose.ts";
import type { Block, Inline } from "../prose/prose.ts";
import { codeHtml, externalLink, textHtml } from "./text-html.ts";

/** Writes a description as HTML: paragraphs, lists, code and bare URLs; everything else is text. */
export function proseHtml(text: string): string {
  return parseProse(text).map(blockHtml).join("");
}

/** Writes a description as part of a line. */
export function proseLineHtml(text: string): string {
  return inlineHtml(parseInline(text.trim()));
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${inlineHtml(block.content)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join("")}</ul>`;
    case "code":
      return `<pre tabindex="0"><code>${textHtml(block.text)}</code></pre>`;
  }
}

function inlineHtml(content: readonly Inline[]): string {
  return content.map(partHtml).join("");
}

function partHtml(part: Inline): string {
  switch (part.type) {
    case "text":
      return textHtml(part.text);
    case "code":
      return codeHtml(part.text);
    case "link":
      return externalLink(part.url);
    case "break":
      return "<br>";
  }
}
