import { expect, test } from "vitest";
import { toJsonText } from "./to-json-text.ts";

test("toJsonText() escapes characters that act on a terminal, and keeps the value", () => {
  const value = { "k\u009b31m": ["\u202e", "\u0007", "\u2028", "\ufeff", "ä \u{1f600}", "a\nb"] };
  const text = toJsonText(value, 2);
  expect(text).toContain('"k\\u009b31m"');
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}\ufeff\u2028]/u);
  expect(text).toContain("ä \u{1f600}");
  expect(JSON.parse(text)).toEqual(value);
});
