import type { Writable } from "node:stream";

/** Waits until a stream has passed on what was written to it; false if it is closed. */
export function drained(stream: Writable): Promise<boolean> {
  if (stream.destroyed || !stream.writableNeedDrain) return Promise.resolve(!stream.destroyed);
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off("drain", done).off("close", done);
      resolve(!stream.destroyed);
    };
    stream.on("drain", done).on("close", done);
  });
}
