import type { Inline } from "./prose.ts";

/** Finds the code spans and the bare URLs of a line; runs of white space become one space. */
export function parseInline(line: string): readonly Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of line.matchAll(codeOrUrl)) {
    const [whole, , code] = match;
    if (code !== undefined && code.trim() === "") continue;
    const found: Inline = code === undefined
      ? { type: "link", url: trimUrl(whole) }
      : { type: "code", text: collapse(code).trim() };
    pushText(parts, line.slice(end, match.index));
    parts.push(found);
    end = match.index + (found.type === "link" ? found.url.length : whole.length);
  }
  pushText(parts, line.slice(end));
  return parts;
}

// A code span with the same number of backticks on both sides, or a URL up to the first character that cannot belong to
// it.
const codeOrUrl = /(?<!`)(`{1,2})(?!`)([^`\n]+)\1(?!`)|\bhttps?:\/\/[^\s<>"'`|\\^{}]+/g;

function pushText(parts: Inline[], text: string): void {
  if (text !== "") parts.push({ type: "text", text: collapse(text) });
}

function collapse(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** Removes the sentence's punctuation from a URL: a closing bracket is kept only with its opening one. */
function trimUrl(text: string): string {
  let end = text.length;
  let unclosed = count(text, ")") - count(text, "(");
  let unclosedSquare = count(text, "]") - count(text, "[");
  for (; end > 0; end--) {
    const last = text[end - 1] ?? "";
    if (last === ")" && unclosed > 0) unclosed--;
    else if (last === "]" && unclosedSquare > 0) unclosedSquare--;
    else if (!".,;:!?*".includes(last)) break;
  }
  return text.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
