import type { Writable } from "node:stream";

/** As much may wait for its reader: with less a fast one would be waited for at every turn. */
const waitingLimitBytes = 1 << 20;

/** Waits until a stream has passed on what was written to it, unless that is little; false if it is closed. */
export function drained(stream: Writable): Promise<boolean> {
  if (stream.destroyed || stream.writableLength < waitingLimitBytes) return Promise.resolve(!stream.destroyed);
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off("drain", done).off("close", done);
      resolve(!stream.destroyed);
    };
    stream.on("drain", done).on("close", done);
  });
}
