import { toPrintable } from "../prose/to-printable.ts";
import { seedBlocks } from "./seed-blocks.ts";
import { escapeText } from "./seed-inline.ts";

/** Writes a comment as the paragraphs of a page; nothing if there is none. */
export function seedComment(text: string | undefined): string {
  return commentParts(text ?? "").map((part) => `${part}\n\n`).join("");
}

/**
 * The original read what precedes a comment's first blank line on its own, so a list cannot extend beyond it. Every bar
 * is escaped, since the text may be put into a table.
 */
function commentParts(text: string): readonly string[] {
  const lines = toPrintable(text).split(/\r\n?|\n/).map((line) => line.trimEnd());
  const start = lines.findIndex((line) => line !== "");
  if (start < 0) return [];
  const blank = lines.indexOf("", start);
  const parts = blank < 0 ? [lines.slice(start)] : [lines.slice(start, blank), lines.slice(blank + 1)];
  return parts.map((part) => readAsMarkdown(part.join("\n")).replace(/\|/g, "\\|")).filter((part) => part !== "");
}

// Far longer than any real description. What is longer is not prose, and reading it as such would take too long.
const markdownLength = 20_000;

function readAsMarkdown(text: string): string {
  return text.length <= markdownLength ? seedBlocks(text) : escapeText(text.replace(/\s+/g, " ").trim());
}
