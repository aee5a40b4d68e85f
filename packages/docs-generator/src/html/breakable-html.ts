import { textHtml } from "./text-html.ts";

/** Writes a dotted path that may break after each dot, so that a narrow column does not cut names. */
export function breakableHtml(path: string): string {
  // No entity contains a dot.
  return textHtml(path).replace(/[./](?=\w)/g, "$&<wbr>");
}
