import { jsonEscape } from "./json-escape.ts";

/**
 * Writes JSON that is safe to display: what `JSON.stringify()` leaves unescaped, such as the control characters above
 * U+007F and those that change the direction of writing, is written as `\u…`. It is read back as the same value.
 *
 * @param indent Spaces per level; 0 writes one line.
 */
export function toJsonText(value: unknown, indent: number): string {
  return `${JSON.stringify(value, null, indent).replace(unsafePattern, jsonEscape)}\n`;
}

// In a JSON document these occur only in strings.
const unsafePattern = /(?![\n\t\r])[\p{Cc}\p{Bidi_Control}\ufeff\u2028\u2029]/gu;
