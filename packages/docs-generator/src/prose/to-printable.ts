/**
 * Puts U+FFFD in the place of every character that acts instead of being shown: control characters but tab and line
 * feed, and those that turn the direction of writing.
 *
 * @see {@link https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters}
 */
export function toPrintable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "\ufffd");
}

const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\ufeff\u2028\u2029]/gu;
