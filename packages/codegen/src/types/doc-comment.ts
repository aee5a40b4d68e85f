const lineWidth = 116;
const lineEnd = /\r\n|[\n\r\u2028\u2029]/;
const lineEnds = /[\n\r\u2028\u2029]+/g;

/** A tag line of a doc comment: `@deprecated use X` is `["deprecated", "use X"]`. */
export type DocTag = readonly [name: string, text: string];

/**
 * Formats a description and tags as a doc comment; without either, there are no lines.
 *
 * Descriptions are untrusted text: what would end the comment or start a tag is escaped. Paragraphs and lists keep
 * their lines; long lines are wrapped.
 *
 * @param indent Number of spaces before each line.
 */
export function docComment(
  description: string | undefined,
  indent: number,
  tags: readonly DocTag[] = [],
): readonly string[] {
  const width = lineWidth - indent;
  const text = harmless(description?.trim() ?? "");
  const lines = text === "" ? [] : text.split(lineEnd).flatMap((line) => wrap(line.trimEnd(), width));
  const tagLines = tags.flatMap(([name, tag]) =>
    wrap(`@${name} ${harmless(tag).replace(lineEnds, " ")}`.trim(), width)
  );
  const all = [...lines, ...(lines.length > 0 && tagLines.length > 0 ? [""] : []), ...tagLines];
  const space = " ".repeat(indent);
  if (all.length <= 1) return all.map((line) => `${space}/** ${line} */`);
  return [`${space}/**`, ...all.map((line) => (line === "" ? `${space} *` : `${space} * ${line}`)), `${space} */`];
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
