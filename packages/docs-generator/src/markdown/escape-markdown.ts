import { toPrintable } from "../prose/to-printable.ts";

/**
 * Writes a text so that Markdown shows it as it is: no HTML, no emphasis, no links, no table cells.
 *
 * Two braces in a row never appear in the result, since site generators (Vue, Jekyll, Liquid) run what stands between.
 *
 * @see {@link https://spec.commonmark.org/0.31.2/#backslash-escapes}
 * @param text One line; line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  // Else GitHub takes what looks like an address for a link, from the source and with the escapes in it.
  return escapeCharacters(text).replace(/\b(https?|ftp):\/\//gi, "$1\\://").replace(
    /\bwww\./gi,
    (www) => `${www.slice(0, 3)}\\.`,
  );
}

function escapeCharacters(text: string): string {
  return toPrintable(text)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]|~$]/g, "\\$&")
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    // Before a link it would make an image of it.
    .replace(/!$/, "\\!");
}

/** Escapes what begins a heading, a list, a rule or a setext underline at the start of a line. */
export function escapeLineStart(escaped: string): string {
  return escaped.replace(/^(\s*)([-+#=])/, "$1\\$2").replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Writes text as code, in any place of a page, a table included. */
export function codeSpan(text: string): string {
  const line = toPrintable(text).replace(/\s+/g, " ");
  // A code span can hold neither a table's bar nor two braces in a row in a way that every renderer reads the same.
  if (/[|`]|\{\{|\}\}/.test(line) || line.trim() !== line || line === "") return `<code>${escapeMarkdown(line)}</code>`;
  return `\`${line}\``;
}

/** Writes a link; only `http:`, `https:`, places on the page itself and other pages of the tree become one. */
export function markdownLink(text: string, url: string): string {
  return /^(?:https?:\/\/|#|(?:\.\.\/)*[\w.~/-]+\.md(?:#|$))/i.test(url) ? `[${text}](${escapeUrl(url)})` : text;
}

/** Writes a URL as a link to itself. */
export function markdownUrl(url: string): string {
  return markdownLink(escapeCharacters(url), url);
}

/** Percent-encodes what would end a link or have a meaning in Markdown. */
function escapeUrl(url: string): string {
  return url.replace(
    /[\s()<>[\]{}\\|`*"'\p{Cc}\p{Bidi_Control}]/gu,
    (character) =>
      [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`)
        .join(""),
  );
}
