/** The number of characters of a text. */
export function textWidth(text: string): number {
  // Nearly every text is ASCII, and a table has hundreds of thousands of them.
  return /^[ -~]*$/.test(text) ? text.length : [...text].length;
}

/** Fills a text with spaces up to a width in characters. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

/** Breaks a text into lines at spaces; a word longer than the width keeps a line of its own. */
export function wrapText(text: string, width: number): readonly string[] {
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
