import { parseInline } from "./parse-inline.ts";
import { toPrintable } from "./to-printable.ts";
import type { Block, Inline } from "./prose.ts";

/**
 * Reads a description as people do. Blank lines separate paragraphs; lines that begin with `-` or `*` are list items,
 * as is what follows `: *` or `. *` within a line; indented lines remain lines; lines between three backticks are code.
 * Nothing else has a meaning, so hostile text remains text. Control characters, and those that change the direction of
 * writing, become U+FFFD.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseProse } from "@kubeschema/docs-generator";
 * assert.deepEqual(parseProse("One\nline.\n\n- item"), [
 *   { type: "paragraph", content: [{ type: "text", text: "One line." }] },
 *   { type: "list", items: [[{ type: "text", text: "item" }]] },
 * ]);
 * ```
 */
export function parseProse(text: string): readonly Block[] {
  const reader = new ProseReader();
  for (const line of toPrintable(text).split("\n")) reader.readLine(line);
  return reader.finish();
}

const fencePattern = /^\s*```/;
const itemPattern = /^\s*[-*]\s+(\S.*)$/;
const indentedPattern = /^(?: {2,}|\t)/;

// In the comments that the texts are made from, each item was on its own line; some texts have lost their line breaks.
const inlineItemPattern = /(?<=:) [-*] (?=\S)|(?<=\.) \* (?=\S)/;

class ProseReader {
  readonly #blocks: Block[] = [];
  #paragraph: string[] = [];
  #items: string[] = [];
  #code: string[] | undefined;

  readLine(line: string): void {
    if (fencePattern.test(line)) this.#fence();
    else if (this.#code) this.#code.push(line);
    else if (line.trim() === "") this.#close();
    else this.#readText(line);
  }

  finish(): readonly Block[] {
    // An unclosed fence contains text, too.
    if (this.#code) this.#fence();
    this.#close();
    return this.#blocks;
  }

  #readText(line: string): void {
    const [first = "", ...items] = line.split(inlineItemPattern);
    this.#readRow(first);
    for (const item of items) this.#readRow(`- ${item}`);
  }

  #readRow(line: string): void {
    const item = itemPattern.exec(line)?.[1];
    if (item !== undefined) {
      this.#closeParagraph();
      this.#items.push(item);
    } else if (this.#items.length > 0 && indentedPattern.test(line)) {
      this.#items.push(`${this.#items.pop() ?? ""} ${line.trim()}`);
    } else {
      this.#closeItems();
      this.#paragraph.push(line);
    }
  }

  #fence(): void {
    this.#close();
    if (this.#code === undefined) this.#code = [];
    else {
      if (this.#code.some((line) => line.trim() !== "")) {
        this.#blocks.push({ type: "code", text: this.#code.join("\n") });
      }
      this.#code = undefined;
    }
  }

  #close(): void {
    this.#closeParagraph();
    this.#closeItems();
  }

  #closeParagraph(): void {
    if (this.#paragraph.length > 0) this.#blocks.push({ type: "paragraph", content: joinLines(this.#paragraph) });
    this.#paragraph = [];
  }

  #closeItems(): void {
    if (this.#items.length > 0) this.#blocks.push({ type: "list", items: this.#items.map(parseInline) });
    this.#items = [];
  }
}

/** Lines flow into one another, but an indented line was laid out by hand and remains a line. */
function joinLines(lines: readonly string[]): readonly Inline[] {
  const rows: string[] = [];
  for (const line of lines) {
    if (rows.length === 0 || indentedPattern.test(line)) rows.push(line.trim());
    else rows.push(`${rows.pop() ?? ""} ${line.trim()}`);
  }
  return rows.flatMap((row, index): readonly Inline[] =>
    index === 0 ? parseInline(row) : [{ type: "break" }, ...parseInline(row)]
  );
}
