import { expect, test } from "vitest";
import { createProgress } from "./progress.ts";
import { createTestWorld } from "./testing/test-world.ts";

const erase = "\r\x1b[2K";

test("createProgress() shows a line on a terminal, as wide as that, and clears it", () => {
  const world = createTestWorld([], { isTTY: true, columns: 40 });
  const progress = createProgress(world);
  progress.clear();
  progress.show("reading a\u001bb");
  progress.show("x".repeat(100));
  progress.clear();
  progress.clear();
  expect(world.written.stderr).toBe(`${erase}reading a\\u{1b}b ...${erase}${"x".repeat(35)} ...${erase}`);
});

test.each([{ isTTY: false, env: {} }, { isTTY: true, env: { TERM: "dumb" } }])(
  "createProgress() shows nothing with %j",
  (options) => {
    const world = createTestWorld([], options);
    const progress = createProgress(world);
    progress.show("reading");
    progress.clear();
    expect(world.written.stderr).toBe("");
  },
);

test("createProgress() leaves out what comes too early or too fast", () => {
  let time = 0;
  const world = createTestWorld([], { isTTY: true, now: () => new Date(time) });
  const progress = createProgress(world, { afterMs: 500, intervalMs: 100 });
  for (time of [0, 499, 500, 599, 600]) progress.show(String(time));
  expect(world.written.stderr).toBe(`${erase}500 ...${erase}600 ...`);
});
