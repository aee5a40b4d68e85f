/**
 * Splits JSON texts that stand one after another, as several `kubectl get -o json` leave them in one file.
 *
 * @returns The texts, or `undefined` if there is something between them that is no object or list.
 */
export function splitJson(text: string): readonly string[] | undefined {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  // Strings whole, so that a bracket in one does not count.
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token === "{" || token === "[") {
      if (depth === 0 && text.slice(start, index).trim() !== "") return undefined;
      if (depth++ === 0) start = index;
    } else if (token === "}" || token === "]") {
      depth--;
      if (depth < 0) return undefined;
      if (depth === 0) {
        parts.push(text.slice(start, index + 1));
        start = index + 1;
      }
    } else if (depth === 0) {
      return undefined;
    }
  }
  return depth === 0 && text.slice(start).trim() === "" ? parts : undefined;
}
