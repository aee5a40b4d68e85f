import { closest, distance } from "fastest-levenshtein";

/** ` (did you mean "x"?)` if one of the words is close to what was written, else `""`. */
export function suggest(written: string, words: readonly string[]): string {
  if (words.length === 0) return "";
  const word = closest(written, words);
  return distance(written, word) <= Math.max(2, Math.floor(word.length / 3)) ? ` (did you mean "${word}"?)` : "";
}
