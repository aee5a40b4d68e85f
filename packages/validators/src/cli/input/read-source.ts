import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { Socket } from "node:net";
import { decodeText } from "@kubeschema/manifest-reader";

/** The size limit of a file, a pipe or stdin. */
export const maxSourceBytes: number = 64 * 1024 * 1024;

const tooLarge = `it is larger than ${maxSourceBytes / 1024 / 1024} MiB, the most this reads; split it`;

// Manifests are small: one buffer is enough for nearly all of them, without reading their size first.
const buffer = new Uint8Array(256 * 1024);

/**
 * Reads a file as text.
 *
 * @throws {Error} If it cannot be read; the message says why.
 */
export function readFileText(path: string): string {
  const descriptor = openSync(path, "r");
  try {
    const length = readSync(descriptor, buffer);
    return decodeText(length < buffer.length ? buffer.subarray(0, length) : readRest(descriptor, length));
  } finally {
    closeSync(descriptor);
  }
}

function readRest(descriptor: number, lengthRead: number): Uint8Array {
  const { size } = fstatSync(descriptor);
  if (size > maxSourceBytes) throw new RangeError(tooLarge);
  const bytes = new Uint8Array(size);
  bytes.set(buffer.subarray(0, Math.min(lengthRead, size)));
  let length = lengthRead;
  while (length < size) {
    const count = readSync(descriptor, bytes, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

/**
 * Reads a pipe that has a path, such as that of `<(helm template chart)`.
 *
 * @throws {Error} If nothing writes to it: opened like a file, it would make us wait for ever.
 */
export async function readPipeText(path: string): Promise<string> {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const first = new Uint8Array(64 * 1024);
  let length: number;
  try {
    length = readSync(descriptor, first);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error; // what readSync() throws has a code
    length = -1;
  }
  if (length === 0) {
    closeSync(descriptor);
    throw new Error("it is a pipe that nothing writes to");
  }
  const socket = new Socket({ fd: descriptor, readable: true, writable: false });
  return readStreamText(socket, length === -1 ? [] : [first.slice(0, length)]);
}

/** Reads a stream as text. */
export async function readStreamText(
  stream: AsyncIterable<Uint8Array>,
  before: readonly Uint8Array[] = [],
): Promise<string> {
  const chunks = [...before];
  let size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxSourceBytes) throw new RangeError(tooLarge);
    chunks.push(chunk);
  }
  return decodeText(Buffer.concat(chunks));
}
