import { parseInline } from "../prose/parse-inline.ts";
import { parseProse } from "../prose/parse-prose.ts";
import type { Block, Inline } from "../prose/prose.ts";
import { codeSpan, escapeLineStart, escapeMarkdown, markdownUrl } from "./escape-markdown.ts";

/** Writes a description as Markdown blocks, without a blank line at the end. */
export function emitProse(text: string): string {
  return parseProse(text).map(emitBlock).join("\n\n");
}

/** Writes a description as one line, for a table's cell. */
export function emitProseLine(text: string): string {
  return emitInline(parseInline(text.trim()));
}

function emitBlock(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return emitInline(block.content);
    case "list":
      return block.items.map((item) => `- ${emitInline(item)}`).join("\n");
    case "code":
      return emitCode(block.text);
  }
}

function emitInline(content: readonly Inline[]): string {
  return content.map((part, index) => emitPart(part, index === 0 || content[index - 1]?.type === "break")).join("");
}

function emitPart(part: Inline, isLineStart: boolean): string {
  switch (part.type) {
    case "text":
      return isLineStart ? escapeLineStart(escapeMarkdown(part.text)) : escapeMarkdown(part.text);
    case "code":
      return codeSpan(part.text);
    case "link":
      return markdownUrl(part.url);
    case "break":
      return "<br>\n";
  }
}

function emitCode(text: string): string {
  // Consecutive braces have a meaning for site generators even inside code, so code with them is written as text.
  if (/\{\{|\}\}/.test(text)) return text.split("\n").map((line) => codeSpan(line)).join("<br>\n");
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
