/**
 * Finds the word that was probably meant: the one that takes the fewest edits, and at most one for every three letters
 * of what was written.
 *
 * Only words of about the same length are compared, so that a long text costs nothing.
 */
export function closestWord(written: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.floor(written.length / 3) + 1;
  for (const word of words) {
    if (Math.abs(word.length - written.length) >= fewest) continue;
    const edits = word.toLowerCase() === written.toLowerCase() ? 0 : editCount(written, word);
    if (edits < fewest) [best, fewest] = [word, edits];
  }
  return best;
}

/** Letters to add, remove or replace; two neighbours that change places are one edit. */
function editCount(a: string, b: string): number {
  let [before, last] = [[] as readonly number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
