import { textHtml } from "./text-html.ts";

/** Writes a dotted path that may break behind each dot, so that a narrow column does not cut names. */
export function breakableHtml(path: string): string {
  // No entity has a dot.
  return textHtml(path).replace(/[./](?=\w)/g, "$&<wbr>");
}
