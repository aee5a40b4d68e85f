/** `a, b or c`. */
export function orList(words: readonly string[]): string {
  return listWords(words, "or");
}

/** `a, b and c`. */
export function andList(words: readonly string[]): string {
  return listWords(words, "and");
}

function listWords(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}
