import { toPrintable } from "../prose/to-printable.ts";

/**
 * Writes text so that HTML shows it as it is, in content as in quoted attributes. Two braces in a row never appear, so
 * that a site generator that a page is put into finds nothing to run.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { escapeHtml } from "@kubeschema/docs-generator";
 * assert.equal(escapeHtml(`<b title="x">{{ y }}`), "&lt;b title=&quot;x&quot;&gt;{&#123; y }&#125;");
 * ```
 */
export function escapeHtml(text: string): string {
  const printable = toPrintable(text);
  // Most names have nothing to escape, and there are many.
  if (!/[&<>"'{}]/.test(printable)) return printable;
  return printable
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/(?<=\{)\{/g, "&#123;")
    .replace(/(?<=\})\}/g, "&#125;");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Writes text as code. */
export function codeHtml(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** Writes a link to another site; anything but `http:` and `https:` stays text. */
export function externalLink(url: string): string {
  const text = escapeHtml(url);
  return /^https?:\/\/[^\s]/i.test(url) ? `<a href="${text}" rel="noreferrer">${text}</a>` : text;
}
