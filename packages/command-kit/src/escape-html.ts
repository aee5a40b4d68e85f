/** Text without any of these is returned unchanged; nearly all is. */
const needsCare = /[&<>"'{}]/;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Writes text so that HTML and SVG show it literally, in content and in quoted attributes. Two braces in a row never
 * appear, so that a site generator that a page is put into finds nothing to run.
 *
 * What acts on a reader instead of being shown, such as a mark that turns the direction of writing, is still in it:
 * pass what `escapeText()` returns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { escapeHtml } from "@kubeschema/command-kit/escape-html";
 * assert.equal(escapeHtml(`<b title="x">{{ y }}`), "&lt;b title=&quot;x&quot;&gt;{&#123; y }&#125;");
 * ```
 */
export function escapeHtml(text: string): string {
  if (!needsCare.test(text)) return text;
  return text
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replace(/(?<=\{)\{/g, "&#123;")
    .replace(/(?<=\})\}/g, "&#125;");
}
