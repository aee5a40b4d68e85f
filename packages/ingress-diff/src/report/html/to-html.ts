import { escapeHtml } from "@kubeschema/command-kit/escape-html";
import { escapeText } from "@kubeschema/command-kit/escape-text";

/** Text from a cluster as text of HTML or SVG, or as the value of an attribute in double quotes. */
export function toHtml(text: string): string {
  return escapeHtml(escapeText(text));
}
