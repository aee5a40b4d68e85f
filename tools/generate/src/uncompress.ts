import { gunzipSync } from "node:zlib";
import { InputError } from "./input-error.ts";

/**
 * Uncompresses bytes whose name ends in `.gz`; others are returned unchanged.
 *
 * @throws {InputError} If the archive is truncated or not an archive.
 */
export function uncompress(name: string, bytes: Buffer): Buffer {
  if (!name.endsWith(".gz")) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`Cannot uncompress "${name}": ${reason}. Try: fetch the file again`, { cause });
  }
}
