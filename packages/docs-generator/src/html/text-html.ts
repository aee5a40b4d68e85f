import { escapeHtml } from "@kubeschema/command-kit/escape-html";
import { toPrintable } from "../prose/to-printable.ts";

/** Writes text so that HTML shows it as it is, in content and in quoted attributes; nothing in it acts on a reader. */
export function textHtml(text: string): string {
  return escapeHtml(toPrintable(text));
}

/** Writes text as code. */
export function codeHtml(text: string): string {
  return `<code>${textHtml(text)}</code>`;
}

/** Writes a link to another site; anything but `http:` and `https:` stays text. */
export function externalLink(url: string): string {
  const text = textHtml(url);
  return /^https?:\/\/[^\s]/i.test(url) ? `<a href="${text}" rel="noreferrer">${text}</a>` : text;
}
