import { escapeText } from "@kubeschema/command-kit/escape-text";

const entities: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text from a cluster as text of HTML or SVG, or as the value of an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return escapeText(text).replace(/[<>&"']/g, (character) => entities[character] ?? "");
}
