/** Words that follow a label, such as a rule's fix, as a sentence of their own. */
export function toSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
