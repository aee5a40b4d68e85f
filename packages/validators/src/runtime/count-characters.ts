/** The length of a text in characters, as the API server counts: a pair of surrogates is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _character of text) count++;
  return count;
}
