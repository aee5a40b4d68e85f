import { toPrintable } from "../prose/to-printable.ts";

/**
 * Writes a text so that Markdown shows it literally: no HTML, no emphasis, no links, no table cells.
 *
 * The result never contains two braces in a row, since site generators (Vue, Jekyll, Liquid) run what is between them.
 *
 * @see {@link https://spec.commonmark.org/0.31.2/#backslash-escapes}
 * @param text One line; line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  // Otherwise GitHub makes a link of what looks like an address, from the source and with the escapes in it.
  return escapeCharacters(text).replace(/\b(https?|ftp):\/\//gi, "$1\\://").replace(
    /\bwww\./gi,
    (www) => `${www.slice(0, 3)}\\.`,
  );
}

function escapeCharacters(text: string): string {
  return toPrintable(text)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]|~$]/g, "\\$&")
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    // Before a link it would turn the link into an image.
    .replace(/!$/, "\\!");
}

/** Escapes what would begin a heading, a list, a rule or a setext underline at the start of a line. */
export function escapeLineStart(escaped: string): string {
  return escaped.replace(/^(\s*)([-+#=])/, "$1\\$2").replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Writes text as code, anywhere on a page, even in a table. */
export function codeSpan(text: string): string {
  const line = toPrintable(text).replace(/\s+/g, " ");
  // No way of writing a table's bar or two consecutive braces in a code span is read alike by every renderer.
  if (/[|`]|\{\{|\}\}/.test(line) || line.trim() !== line || line === "") return `<code>${escapeMarkdown(line)}</code>`;
  return `\`${line}\``;
}

/** Writes a link; only `http:` and `https:` URLs, places on the page itself and other pages of the tree become one. */
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
