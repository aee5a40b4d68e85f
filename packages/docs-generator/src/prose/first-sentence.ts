/**
 * Returns the first sentence of a text, for summaries.
 *
 * @param text Any description; later sentences and paragraphs are left out.
 */
export function firstSentence(text: string): string {
  const paragraph = text.trimStart().split(/\n\s*\n|\n\s*[-*] /, 1)[0] ?? "";
  // A full stop ends a sentence if a capital letter follows; "e.g. this" and "v1.36" continue.
  const end = /(?<!\b(?:e\.g|i\.e|etc|vs))[.!?](?=\s+["'(]?[A-Z])/.exec(paragraph);
  return end ? paragraph.slice(0, end.index + 1) : paragraph.trimEnd();
}
