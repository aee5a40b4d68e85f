/**
 * Decodes the bytes of a manifest: UTF-8, or UTF-16 with a byte order mark, as kubectl does; the mark is left out.
 *
 * @throws {TypeError} If it is neither. kubectl would put U+FFFD in the place of each fault, which nobody wants.
 */
export function decodeText(bytes: Uint8Array): string {
  const isUtf16Le = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isUtf16Be = bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = isUtf16Le ? "utf-16le" : isUtf16Be ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new TypeError(`It is not valid ${encoding.toUpperCase()}`, { cause });
  }
}
