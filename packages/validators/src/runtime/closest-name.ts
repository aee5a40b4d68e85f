/**
 * Finds the name that was probably meant: the one that takes the fewest edits, and at most a third of the given length.
 *
 * Only names of about the same length are compared, so that a long key costs nothing.
 */
export function closestName(given: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.floor(given.length / 3) + 1;
  for (const name of names) {
    if (Math.abs(name.length - given.length) >= fewest) continue;
    const edits = name.toLowerCase() === given.toLowerCase() ? 0 : editCount(given, name);
    if (edits < fewest) [best, fewest] = [name, edits];
  }
  return best;
}

/** Letters to add, remove or replace; two neighbours that change places are one edit. */
function editCount(a: string, b: string): number {
  let [before, last] = [[] as readonly number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
