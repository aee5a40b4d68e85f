/** Text without any of these is returned unchanged; nearly all is. */
const needsCare = /[^ -~]|##|::/;

/**
 * Makes text from elsewhere safe to print. Shown as `\u{1b}` is what would move the cursor, recolour the screen or turn
 * the direction of writing: control characters, format characters, line separators, and halves of characters.
 *
 * So is what a CI system would obey when it sees it in a log: GitHub's runner looks for `::name` after white space at
 * the start of a line, where a text may come to stand when it is wrapped, and for `##[` anywhere; Azure's for `##vso[`.
 *
 * @see {@link https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs}
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { escapeText } from "@kubeschema/command-kit/escape-text";
 * assert.equal(escapeText("a\u001b[31m\n"), "a\\u{1b}[31m\\u{a}");
 * ```
 */
export function escapeText(text: string): string {
  if (!needsCare.test(text)) return text;
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?<=#)#(?=\[|vso\[)|(?<!\S):(?=:[a-z-]+(?: |::))/giu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
