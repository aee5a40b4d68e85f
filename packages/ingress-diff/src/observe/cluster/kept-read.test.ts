import { describe, expect, test } from "vitest";
import { createKeptRead } from "./kept-read.ts";

/** Reads one answer after another at given times, and says what came of each and how often was read. */
async function readAt(
  reads: readonly { readonly atSeconds: number; readonly key?: string; readonly answer: string }[],
): Promise<{ readonly found: readonly string[]; readonly readCount: number }> {
  let nowMs = 0;
  let readCount = 0;
  const kept = createKeptRead<string>(() => new Date(nowMs), (found) => found === "refused");
  const found: string[] = [];
  for (const { atSeconds, key = "a", answer } of reads) {
    nowMs = atSeconds * 1000;
    found.push(
      await kept(key, () => {
        readCount++;
        return Promise.resolve(answer);
      }),
    );
  }
  return { found, readCount };
}

describe("createKeptRead()", () => {
  test("reads again after a minute, and when the key is another", async () => {
    expect(
      await readAt([
        { atSeconds: 0, answer: "one" },
        { atSeconds: 59, answer: "two" },
        { atSeconds: 60, answer: "three" },
        { atSeconds: 61, key: "b", answer: "four" },
      ]),
    ).toEqual({ found: ["one", "one", "three", "four"], readCount: 3 });
  });

  test("takes one refusal for a server that has just started, two for news", async () => {
    expect(
      await readAt([
        { atSeconds: 0, answer: "one" },
        { atSeconds: 60, answer: "refused" },
        { atSeconds: 61, answer: "two" },
        { atSeconds: 121, answer: "refused" },
        { atSeconds: 122, answer: "refused" },
        { atSeconds: 123, answer: "three" },
      ]),
    ).toEqual({ found: ["one", "one", "two", "two", "refused", "refused"], readCount: 5 });
  });

  test("takes a first refusal as it is", async () => {
    expect((await readAt([{ atSeconds: 0, answer: "refused" }])).found).toEqual(["refused"]);
  });
});
