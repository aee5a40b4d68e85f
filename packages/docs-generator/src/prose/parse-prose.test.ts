import process from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstSentence } from "./first-sentence.ts";
import { parseProse } from "./parse-prose.ts";
import type { Inline } from "./prose.ts";

describe("parseProse()", () => {
  test.each([
    {
      name: "lines as one paragraph",
      given: "One\nline.",
      want: [{ type: "paragraph", content: [text("One line.")] }],
    },
    {
      name: "blank lines as the end of a paragraph",
      given: "One.\n\n\nTwo.",
      want: [{ type: "paragraph", content: [text("One.")] }, { type: "paragraph", content: [text("Two.")] }],
    },
    {
      name: "items, even continued ones",
      given: "Either:\n - a\n   more\n * b",
      want: [
        { type: "paragraph", content: [text("Either:")] },
        { type: "list", items: [[text("a more")], [text("b")]] },
      ],
    },
    {
      name: "indented lines as lines",
      given: "Examples:\n  1\n  2",
      want: [{
        type: "paragraph",
        content: [text("Examples:"), { type: "break" }, text("1"), { type: "break" }, text("2")],
      }],
    },
    { name: "a fence as code", given: "```\n<a>\n```", want: [{ type: "code", text: "<a>" }] },
    { name: "an open fence as code", given: "```\n<a>", want: [{ type: "code", text: "<a>" }] },
    { name: "an empty text as nothing", given: " \n\t\n", want: [] },
    {
      name: "control characters and marks of direction as U+FFFD",
      given: "a\u0000b\u001b[1m\u202ec",
      want: [{ type: "paragraph", content: [text("a\ufffdb\ufffd[1m\ufffdc")] }],
    },
  ])("reads $name", ({ given, want }) => {
    expect(parseProse(given)).toEqual(want);
  });

  test.each([
    { given: "See https://a.example/x_y.", want: [text("See "), link("https://a.example/x_y"), text(".")] },
    { given: "(http://a.example/)", want: [text("("), link("http://a.example/"), text(")")] },
    { given: "http://a.example/b_(c)!", want: [link("http://a.example/b_(c)"), text("!")] },
    { given: 'a "https://a.example" b', want: [text('a "'), link("https://a.example"), text('" b')] },
    { given: "javascript:alert(1)", want: [text("javascript:alert(1)")] },
    { given: "xhttps://a.example", want: [text("xhttps://a.example")] },
    { given: "the `spec` field", want: [text("the "), { type: "code", text: "spec" }, text(" field")] },
    { given: "an `open one", want: [text("an `open one")] },
    { given: "``a`` ` `", want: [{ type: "code", text: "a" }, text(" ` `")] },
  ])("finds links and code in $given", ({ given, want }) => {
    expect(parseProse(given)).toEqual([{ type: "paragraph", content: want }]);
  });

  test("loses no letter of any text", () => {
    const letters = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (given) => {
      const read = JSON.stringify(parseProse(given), (key, value) => key === "type" ? undefined : value);
      // JSON does not escape letters, and its own keys are removed.
      const values = [...read.matchAll(/"(?:text|url)":"((?:[^"\\]|\\.)*)"/g)].map(([, value]) =>
        JSON.parse(`"${value}"`)
      );
      expect(letters(values.join(""))).toBe(letters(given));
    }));
  });

  test.each(["`", "a ", "https://", "- ", "\n", "(", "``` ", "http://a)", "`a` ", "&lt;", "_*"])(
    "reads a megabyte of %j in no time",
    (part) => {
      // Of the processor: the clock would tell how busy the machine is.
      const start = process.cpuUsage();
      parseProse(part.repeat(1_000_000 / part.length));
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
    },
  );
});

describe("firstSentence()", () => {
  test.each([
    { given: "One. Two.", want: "One." },
    { given: "For v1.36 e.g. This stays. Not this.", want: "For v1.36 e.g. This stays." },
    { given: "One\n\nTwo.", want: "One" },
    { given: "Either:\n- a\n- b", want: "Either:" },
    { given: "", want: "" },
  ])("takes $want", ({ given, want }) => {
    expect(firstSentence(given)).toBe(want);
  });
});

function text(value: string): Inline {
  return { type: "text", text: value };
}

function link(url: string): Inline {
  return { type: "link", url };
}
