/** Ends every text that is scanned, so that nothing reads beyond it; no YAML may hold it. */
export const nul = 0x00;
export const tab = 0x09;
export const lf = 0x0a;
export const cr = 0x0d;
export const space = 0x20;

// What the scanner asks of most characters, by their code: a line break, a blank, the end.
const [breakBit, blankBit, endBit, wordBit, hexBit] = [1, 2, 4, 8, 16] as const;
const kinds = new Uint8Array(128);
kinds[lf] = breakBit;
kinds[cr] = breakBit;
kinds[space] = blankBit;
kinds[tab] = blankBit;
kinds[nul] = endBit;
for (const character of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-") {
  kinds[character.charCodeAt(0)] = wordBit | (/[0-9A-Fa-f]/.test(character) ? hexBit : 0);
}

const [nextLine, lineSeparator, paragraphSeparator] = [0x85, 0x2028, 0x2029] as const;

/** LF, CR, and the three line breaks that YAML 1.1 has besides. */
export function isBreak(code: number): boolean {
  return code < 128 ? kinds[code] === breakBit : isRareBreak(code);
}

/** A space or a tab. */
export function isBlank(code: number): boolean {
  return code === space || code === tab;
}

/** A line break or the end. */
export function isBreakOrEnd(code: number): boolean {
  return code < 128 ? ((kinds[code] ?? 0) & (breakBit | endBit)) !== 0 : isRareBreak(code);
}

/** A space, a tab, a line break or the end. */
export function isBlankOrEnd(code: number): boolean {
  return code < 128 ? ((kinds[code] ?? 0) & (breakBit | blankBit | endBit)) !== 0 : isRareBreak(code);
}

/** What the names of anchors are made of. */
export function isWord(code: number): boolean {
  return code < 128 && ((kinds[code] ?? 0) & wordBit) !== 0;
}

export function isHexDigit(code: number): boolean {
  return code < 128 && ((kinds[code] ?? 0) & hexBit) !== 0;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isRareBreak(code: number): boolean {
  return code === lineSeparator || code === paragraphSeparator || code === nextLine;
}
