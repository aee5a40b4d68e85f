import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { drained } from "./drained-stream.ts";

/** A stream that takes what is written only when it is told to. */
function createSlow(): { readonly stream: Writable; readonly take: () => void } {
  let take = (): void => {};
  const stream = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, callback) => {
      take = callback;
    },
  });
  return { stream, take: () => take() };
}

const much = "a".repeat(5_000_000);

describe("drained()", () => {
  test("is true at once where little waits", async () => {
    const { stream } = createSlow();
    stream.write("text");
    expect(await drained(stream)).toBe(true);
  });

  test("waits for the reader, and leaves no listener behind", async () => {
    const { stream, take } = createSlow();
    stream.write(much);
    let isDone = false;
    const waiting = drained(stream).then((isOpen) => {
      isDone = true;
      return isOpen;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isDone).toBe(false);
    take();
    expect(await waiting).toBe(true);
    expect(stream.listenerCount("drain") + stream.listenerCount("close")).toBe(0);
  });

  test("is false when the stream closes", async () => {
    const { stream } = createSlow();
    stream.write(much);
    const waiting = drained(stream);
    stream.destroy();
    expect(await waiting).toBe(false);
    expect(await drained(stream)).toBe(false);
  });
});
