const WIDTH = 116;

/**
 * Formats a description as a doc comment, or gives no line where there is none.
 *
 * Descriptions are foreign text: what would end the comment or start a tag is escaped. Paragraphs and lists keep their
 * lines; long lines are wrapped.
 *
 * @param indent Number of spaces before each line.
 */
export function docComment(description: string | undefined, indent: number): readonly string[] {
  const text = description?.trim();
  if (!text) return [];
  const space = " ".repeat(indent);
  const lines = harmless(text).split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => wrap(line.trimEnd(), WIDTH - indent));
  if (lines.length === 1) return [`${space}/** ${lines[0]} */`];
  return [`${space}/**`, ...lines.map((line) => (line === "" ? `${space} *` : `${space} * ${line}`)), `${space} */`];
}

function harmless(text: string): string {
  return text.replaceAll("*/", "*\\/").replace(/^(\s*)@/gm, "$1\\@");
}

function wrap(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    // A word that would start a line with "@" would start a tag there.
    const breaks = current !== "" && current.length + word.length + 1 > width && !word.startsWith("@");
    if (breaks) lines.push(current);
    current = current === "" || breaks ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
