import { expect, test } from "vitest";
import { formatTable } from "./measurement.ts";

test("formatTable() aligns columns, and leaves cells empty where nothing was compared", () => {
  const text = formatTable([
    { name: "node -e 0", wallMs: 40.4, peakBytes: 40 * 2 ** 20 },
    { name: "a build", wallMs: 12_340, netMs: 12_300, ratio: 305.4, peakBytes: 400 * 2 ** 20 },
  ]);
  expect(text).toBe(
    [
      "| what      | wall   | net of node -e 0 | ratio    | peak memory |",
      "| --------- | ------ | ---------------- | -------- | ----------- |",
      "| node -e 0 | 40 ms  |                  |          | 40 MiB      |",
      "| a build   | 12.3 s | 12.3 s           | 305.40 x | 400 MiB     |",
      "",
    ].join("\n"),
  );
});
