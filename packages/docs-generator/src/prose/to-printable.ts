/**
 * Replaces every character that acts instead of being shown with U+FFFD: control characters other than tab and line
 * feed, and those that change the direction of writing.
 *
 * @see {@link https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters}
 */
export function toPrintable(text: string): string {
  // Most texts are plain, and each passes through here several times.
  if (plainPattern.test(text)) return text;
  return text.replace(/\r\n?/g, "\n").replace(unprintablePattern, "\ufffd");
}

const plainPattern = /^[\t\n\x20-\x7e]*$/;
const unprintablePattern = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\ufeff\u2028\u2029]/gu;
