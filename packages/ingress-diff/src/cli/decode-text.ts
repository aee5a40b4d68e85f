import { promisify } from "node:util";
import { gunzip } from "node:zlib";

const unzip = promisify(gunzip);

/** What a compressed text may grow to. */
const maxSizeBytes = 2 ** 30;

/**
 * Turns the bytes of a file into text: unpacks gzip, and takes UTF-8 or, as PowerShell's `>` writes it, UTF-16.
 *
 * @throws {Error} With zlib's code, if the compressed data is damaged.
 */
export async function decodeText(bytes: Uint8Array): Promise<string> {
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = isZipped ? await unzip(bytes, { maxOutputLength: maxSizeBytes }) : bytes;
  // The decoder takes the byte order mark away.
  return new TextDecoder(encodingOf(plain)).decode(plain);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
