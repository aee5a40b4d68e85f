/** Tells whether a string is longer than a number of bytes in UTF-8, which is what the API server counts. */
export function isLongerThan(text: string, bytes: number): boolean {
  // One UTF-16 unit is one to three bytes.
  if (text.length > bytes) return true;
  return text.length * 3 > bytes && byteLength(text) > bytes;
}

/** The length of a string in UTF-8; half a surrogate pair counts as the replacement character that it decodes to. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.codePointAt(index) ?? 0;
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code < 0x10000) bytes += 3;
    else {
      bytes += 4;
      index++;
    }
  }
  return bytes;
}
