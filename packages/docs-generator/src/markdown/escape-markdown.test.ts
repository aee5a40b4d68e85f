import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPrintable } from "../prose/to-printable.ts";
import { renderMarkdown } from "../testing/render-markdown.ts";
import { codeSpan, escapeLineStart, escapeMarkdown, markdownLink } from "./escape-markdown.ts";

// Pieces that mean something to some renderer, so that random texts cover the cases that matter.
const hostile = fc.array(
  fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.constantFrom(
      "<script>",
      "</a>",
      "<!--",
      "&lt;",
      "&#x3c;",
      "*",
      "**",
      "_",
      "`",
      "``",
      "~~",
      "[a](javascript:x)",
      "![",
      "](",
      "|",
      "{{",
      "}}",
      "{%",
      "$",
      "\\",
      "#",
      "- ",
      "1. ",
      "> ",
      "+ ",
      "===",
      "---",
      "\n",
      "  \n",
      "\t",
      ":smile:",
      "<http://a>",
    ),
  ),
  { maxLength: 12 },
).map((parts) => parts.join(""));

describe("escapeMarkdown()", () => {
  test("shows any text literally, whatever it contains", () => {
    fc.assert(
      fc.property(hostile, (given) => {
        const { text, tags } = renderMarkdown(`${escapeLineStart(escapeMarkdown(given.trim()))}\n`);
        expect(visible(text)).toBe(visible(given));
        expect(tags.filter((tag) => !allowed.test(tag))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("shows any text literally in a table's cell", () => {
    fc.assert(fc.property(hostile, (given) => {
      const { text, html } = renderMarkdown(`| a | b |\n| --- | --- |\n| ${escapeMarkdown(given.trim())} | end |\n`);
      expect(visible(text)).toBe(visible(`a b ${given} end`));
      expect(html.match(/<td>/g)?.length).toBe(2);
    }));
  });

  test("never writes two braces in a row", () => {
    fc.assert(fc.property(hostile, (given) => {
      expect(escapeMarkdown(given) + codeSpan(given)).not.toMatch(/\{\{|\}\}/);
    }));
  });
});

describe("codeSpan()", () => {
  test("shows any text literally as code, in a table too", () => {
    fc.assert(fc.property(hostile.filter((given) => given.trim() !== ""), (given) => {
      const { text, html } = renderMarkdown(`| a |\n| --- |\n| ${codeSpan(given)} |\n`);
      expect(visible(text)).toBe(visible(`a ${given}`));
      expect(html.match(/<code>/g)?.length).toBe(1);
    }));
  });
});

describe("markdownLink()", () => {
  test.each([
    { given: "https://a.example/b_(c)?d=[e]", want: "https://a.example/b_%28c%29?d=%5Be%5D" },
    { given: "#spec.$ref", want: "#spec.$ref" },
    { given: "https://a.example/{{x}}", want: "https://a.example/%7B%7Bx%7D%7D" },
  ])("links to $given", ({ given, want }) => {
    expect(renderMarkdown(markdownLink("text", given)).hrefs).toEqual([want]);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "//a.example", "vbscript:x", " https://a.example"])(
    "makes no link of %j",
    (given) => {
      expect(markdownLink("text", given)).toBe("text");
    },
  );
});

// The renderer itself links bare addresses such as www.a.example; strikethrough and everything else must not appear.
const allowed = /^<(?:\/?p|a href="(?:https?|mailto):[^"]*"|\/a)>$/;

/** Normalises a text for comparison: white space does not count, and characters that cannot be shown are marked. */
function visible(text: string): string {
  return toPrintable(text).replace(/\s+/g, "");
}
