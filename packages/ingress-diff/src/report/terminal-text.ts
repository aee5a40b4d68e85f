import { styleText } from "node:util";

/** How a text is to look on a terminal. */
export type Look = "red" | "green" | "yellow" | "cyan" | "dim" | "bold";

/** Gives a text a look; without colour it stays as it is. */
export type Paint = (look: Look, text: string) => string;

/** Makes the painter. The caller decides on colour: a terminal, and no `NO_COLOR`. */
export function createPaint(hasColor: boolean): Paint {
  return hasColor ? (look, text) => styleText(look, text, { validateStream: false }) : (_look, text) => text;
}

/**
 * Makes text from a cluster safe to print: control characters, which can move the cursor or recolour the screen, and
 * marks that turn the direction of writing and halves of characters are shown as `\u{1b}`.
 *
 * So is what a CI system would obey when it sees it in a log: GitHub's runner looks for `::name` after white space at the
 * start of a line, where a text may come to stand when it is wrapped, and for `##[` anywhere; Azure's for `##vso[`.
 *
 * @see {@link https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs}
 */
export function escapeText(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\p{Cs}]|(?<=#)#(?=\[|vso\[)|(?<!\S):(?=:[a-z-]+(?: |::))/giu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** Shortens a text to a width in characters, leaving out its middle, where hosts and paths differ least. */
export function shorten(text: string, width: number): string {
  const characters = [...text];
  if (characters.length <= width) return text;
  if (width < 3) return "…".slice(0, width);
  const head = Math.ceil((width - 1) / 2);
  return `${characters.slice(0, head).join("")}…${characters.slice(characters.length - (width - 1 - head)).join("")}`;
}

/** Fills a text with spaces up to a width in characters. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

/** The number of characters of a text. */
export function textWidth(text: string): number {
  // Nearly every text is ASCII, and a table has hundreds of thousands of them.
  return /^[ -~]*$/.test(text) ? text.length : [...text].length;
}

/** Breaks a text into lines at spaces; a word longer than the width keeps a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && textWidth(line) + 1 + textWidth(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
