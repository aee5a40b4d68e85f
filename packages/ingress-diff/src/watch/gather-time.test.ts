import { expect, test } from "vitest";
import { gatherTimeMs } from "./gather-time.ts";

test.each([
  { lastMs: 0, want: 300 },
  { lastMs: 20, want: 300 },
  { lastMs: 500, want: 2_000 },
  { lastMs: 60_000, want: 5_000 },
])("gatherTimeMs() after $lastMs ms is $want ms", ({ lastMs, want }) => {
  expect(gatherTimeMs(lastMs)).toBe(want);
});
