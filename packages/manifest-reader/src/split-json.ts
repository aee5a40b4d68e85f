const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [
  0x22,
  0x5c,
  0x5b,
  0x5d,
  0x7b,
  0x7d,
] as const;

/**
 * Splits JSON texts that follow each other, as several `kubectl get -o json` leave them in one file, without
 * decoding them.
 *
 * @returns The texts, or `undefined` if there is something between them that is not an object or a list.
 */
export function splitJson(text: string): readonly string[] | undefined {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        // A string whole, so that a bracket in it does not count.
        at = endOfString(text, at);
        if (depth === 0 || at === -1) return undefined;
        break;
      case openBrace:
      case openBracket:
        if (depth++ === 0) start = at;
        break;
      case closeBrace:
      case closeBracket:
        if (--depth < 0) return undefined;
        if (depth === 0) parts.push(text.slice(start, at + 1));
        break;
      case 0x09:
      case 0x0a:
      case 0x0d:
      case 0x20:
        break;
      default:
        if (depth === 0) return undefined;
    }
  }
  return depth === 0 ? parts : undefined;
}

/** Where the quote that closes stands; -1 where there is none. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before--;
    if ((end - before) % 2 === 1) return end;
  }
  return -1;
}
