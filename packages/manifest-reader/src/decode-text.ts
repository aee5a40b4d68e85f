/** What a compressed text may grow to. */
const mostUnpackedBytes = 2 ** 30;

/**
 * Decodes the bytes of a manifest: UTF-8, or UTF-16 with a byte order mark, as kubectl and PowerShell's `>` write it;
 * the mark is left out.
 *
 * @throws {TypeError} If it is neither. kubectl would replace each fault with U+FFFD, which nobody wants.
 */
export function decodeText(bytes: Uint8Array): string {
  const isUtf16Le = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isUtf16Be = bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = isUtf16Le ? "utf-16le" : isUtf16Be ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const reason = isGzip(bytes) ? "it is compressed with gzip" : `it is not valid ${encoding.toUpperCase()}`;
    throw new TypeError(reason, { cause });
  }
}

/**
 * Decodes the bytes of a text that may be compressed with gzip, as large dumps of a cluster are.
 *
 * @throws {TypeError} If it is not text, or its compressed data is damaged or cut off.
 * @throws {RangeError} If it grows beyond 1 GiB.
 */
export async function unpackText(bytes: Uint8Array): Promise<string> {
  return decodeText(isGzip(bytes) ? await unpack(bytes) : bytes);
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  // Loaded here: few texts are compressed, and a command starts faster without it.
  const { gunzip } = await import("node:zlib");
  return new Promise((resolve, reject) => {
    gunzip(bytes, { maxOutputLength: mostUnpackedBytes }, (error, unpacked) => {
      if (error === null) resolve(unpacked);
      else reject(describeZlibError(error));
    });
  });
}

function describeZlibError(cause: Error & { readonly code?: string }): Error {
  if (cause.code === "Z_BUF_ERROR") return new TypeError("its compressed data is cut off", { cause });
  if (cause.code === "ERR_BUFFER_TOO_LARGE") {
    return new RangeError(`it is larger than ${mostUnpackedBytes / 2 ** 30} GiB once it is unpacked`, { cause });
  }
  return new TypeError("its compressed data is damaged", { cause });
}
