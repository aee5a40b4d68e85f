import { jsonEscape } from "./json-escape.ts";

/**
 * Writes JSON in which nothing acts where it is shown: what `JSON.stringify()` leaves as it is, such as the control
 * characters above U+007F and those that turn the direction of writing, stands as `\u…`. It reads back as the same value.
 *
 * @param indent Blanks per level; 0 writes one line.
 */
export function toJsonText(value: unknown, indent: number): string {
  return `${JSON.stringify(value, null, indent).replace(UNSAFE, jsonEscape)}\n`;
}

// Within a document of JSON these only stand in strings.
const UNSAFE = /(?![\n\t\r])[\p{Cc}\p{Bidi_Control}\ufeff\u2028\u2029]/gu;
