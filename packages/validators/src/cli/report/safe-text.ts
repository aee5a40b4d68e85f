/**
 * Shows what would move the cursor, recolour the screen or turn the direction of writing: control characters, format
 * characters and line separators become `\u{1b}`.
 */
export function safeText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
