import fc from "fast-check";
import { expect, test } from "vitest";
import { findTextChange } from "./text-change.ts";

test("findTextChange() loses no word of either text", () => {
  const text = fc.array(fc.constantFrom("a", "b", " ", "\n", "ab "), { maxLength: 12 }).map((parts) => parts.join(""));
  fc.assert(fc.property(text, text, (before, after) => {
    const { start, removed, added, end } = findTextChange(before, after);
    expect(start + added + end).toBe(after);
    expect(start + removed + end).toBe(before);
  }));
});
