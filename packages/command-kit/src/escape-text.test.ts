import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeText } from "./escape-text.ts";

test.each([
  { name: "plain text", given: 'a "b": c, ü 日本 🙂', want: 'a "b": c, ü 日本 🙂' },
  {
    name: "control characters",
    given: "\u0000\u001b[31m\n\t\u007f\u009b",
    want: "\\u{0}\\u{1b}[31m\\u{a}\\u{9}\\u{7f}\\u{9b}",
  },
  { name: "the direction of writing", given: "a\u202eb\u2066\u200f", want: "a\\u{202e}b\\u{2066}\\u{200f}" },
  { name: "what cannot be seen", given: "\ufeff\u200b\u2060\u00ad", want: "\\u{feff}\\u{200b}\\u{2060}\\u{ad}" },
  { name: "line separators", given: "\u2028\u2029", want: "\\u{2028}\\u{2029}" },
  { name: "half a character", given: "a\ud800", want: "a\\u{d800}" },
  { name: "a command of GitHub's runner", given: "a ::error file=x::y", want: "a \\u{3a}:error file=x::y" },
  { name: "an old one, and one of Azure", given: "##[group]x ##vso[x]", want: "#\\u{23}[group]x #\\u{23}vso[x]" },
  { name: "what only looks so", given: "std::string ## a ::1 [::1]:80", want: "std::string ## a ::1 [::1]:80" },
  { name: "addresses", given: "# a [c] ::ffff:192.0.2.1 fe80::1", want: "# a [c] ::ffff:192.0.2.1 fe80::1" },
])("escapeText() takes care of $name", ({ given, want }) => {
  expect(escapeText(given)).toBe(want);
});

test("escapeText() leaves nothing that a terminal obeys, in whatever text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    expect(escapeText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(escapeText(escapeText(text))).toBe(escapeText(text));
  }));
});
