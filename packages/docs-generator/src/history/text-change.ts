/** The difference between two texts: `start` and `end` are the same in both. */
export interface TextChange {
  readonly start: string;
  readonly removed: string;
  readonly added: string;
  readonly end: string;
}

/**
 * Finds the part of a text that changed, in whole words and in linear time.
 */
export function findTextChange(before: string, after: string): TextChange {
  const [old, current] = [words(before), words(after)];
  const most = Math.min(old.length, current.length);
  let start = 0;
  while (start < most && old[start] === current[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === current[current.length - 1 - end]) end++;
  return {
    start: current.slice(0, start).join(""),
    removed: old.slice(start, old.length - end).join(""),
    added: current.slice(start, current.length - end).join(""),
    end: end === 0 ? "" : current.slice(-end).join(""),
  };
}

/** Splits a text into words and the white space between them. */
function words(text: string): readonly string[] {
  return text.match(/\s+|\S+/g) ?? [];
}
