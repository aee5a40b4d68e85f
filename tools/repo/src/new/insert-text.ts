/**
 * Puts a line into the run of similar lines, in the order of their texts.
 *
 * @param alike Matches the lines of the run, and the new one.
 * @throws {Error} If the text has no such line, or already has this one.
 */
export function insertSorted(text: string, line: string, alike: RegExp): string {
  const lines = text.split("\n");
  const keyOf = (each: string): string | undefined => alike.exec(each)?.[1];
  const key = keyOf(line) ?? "";
  const run = lines.flatMap((each, index) => {
    const found = keyOf(each);
    return found === undefined ? [] : [{ key: found, index }];
  });
  const last = run.at(-1);
  if (last === undefined) throw new Error(`Cannot find where to put "${line.trim()}"`);
  if (run.some((each) => each.key === key)) throw new Error(`Cannot add "${line.trim()}": it already exists`);
  const next = run.find((each) => each.key > key);
  // The last entry may take more than one line, so the end of a list is found by its bracket.
  const end = lines.findIndex((each, index) => index > last.index && /^[\])}]/.test(each));
  return lines.toSpliced(next?.index ?? (end === -1 ? last.index + 1 : end), 0, line).join("\n");
}

/**
 * Puts lines before the bracket that closes a list.
 *
 * @param opening Matches the line that opens it.
 * @throws {Error} If the text has no such list.
 */
export function insertLast(text: string, added: string, opening: RegExp): string {
  const { lines, end } = findList(text, opening);
  return lines.toSpliced(end, 0, added).join("\n");
}

/**
 * Puts lines before the last entry of a list of objects.
 *
 * @param opening Matches the line that opens it.
 * @throws {Error} If the text has no such list.
 */
export function insertBeforeLast(text: string, added: string, opening: RegExp): string {
  const { lines, end } = findList(text, opening);
  return lines.toSpliced(lines.lastIndexOf("  {", end), 0, added).join("\n");
}

function findList(text: string, opening: RegExp): { readonly lines: readonly string[]; readonly end: number } {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => opening.test(line));
  const end = lines.findIndex((line, index) => index > start && /^[\])}]/.test(line));
  if (start === -1 || end === -1) throw new Error(`Cannot find the list ${opening.source}`);
  return { lines, end };
}
