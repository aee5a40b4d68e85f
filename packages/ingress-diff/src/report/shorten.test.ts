import { expect, test } from "vitest";
import { shorten } from "./shorten.ts";

test.each([
  { text: "abcdef", width: 6, want: "abcdef" },
  { text: "abcdef", width: 5, want: "ab…ef" },
  { text: "abcdef", width: 4, want: "ab…f" },
  { text: "abcdef", width: 1, want: "…" },
  { text: "abcdef", width: 0, want: "" },
])("shorten() makes $want of $text at $width", ({ text, width, want }) => {
  expect(shorten(text, width)).toBe(want);
});
