import { closestWord } from "./closest-word.ts";

/** ` (did you mean "x"?)` if one of the words is close to what was written, else `""`. */
export function suggest(written: string, words: Iterable<string>): string {
  const word = closestWord(written, words);
  return word === undefined ? "" : ` (did you mean "${word}"?)`;
}
