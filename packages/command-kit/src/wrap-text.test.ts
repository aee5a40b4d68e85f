import { expect, test } from "vitest";
import { wrapText } from "./wrap-text.ts";

test("wrapText() breaks at spaces and leaves long words whole", () => {
  expect(wrapText("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrapText("a verylongword b", 6)).toEqual(["a", "verylongword", "b"]);
});
