import { expect, test } from "vitest";
import { median } from "./median.ts";

test.each([
  { name: "one value", given: [3], want: 3 },
  { name: "an odd count", given: [9, 1, 5], want: 5 },
  { name: "an even count", given: [4, 1, 3, 2], want: 2.5 },
  { name: "numbers, not text", given: [10, 9, 100], want: 10 },
])("median() of $name", ({ given, want }) => {
  expect(median(given)).toBe(want);
});

test("median() refuses an empty list", () => {
  expect(() => median([])).toThrow(RangeError);
});
