import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { docComment } from "./doc-comment.ts";

describe("docComment()", () => {
  test.each([
    { name: "no text", given: undefined, want: [] },
    { name: "blank text", given: " \n ", want: [] },
    { name: "one line", given: "A pod.", want: ["  /** A pod. */"] },
    {
      name: "paragraphs",
      given: "A pod.\n\nIt runs.",
      want: ["  /**", "   * A pod.", "   *", "   * It runs.", "   */"],
    },
    { name: "the end of a comment", given: "a */ b", want: ["  /** a *\\/ b */"] },
    { name: "a tag", given: "@deprecated no", want: ["  /** \\@deprecated no */"] },
  ])("formats $name", ({ given, want }) => {
    expect(docComment(given, 2)).toEqual(want);
  });

  test("wraps long lines, and never at a word that would start a tag", () => {
    const lines = docComment(`${"word ".repeat(40)}${"@tag ".repeat(40)}`, 0);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => /^ \* @/.test(line))).toEqual([]);
  });

  test("makes one closed comment of any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.nat(8), (text, indent) => {
      const lines = docComment(text, indent);
      if (lines.length === 0) return;
      const comment = lines.join("\n");
      expect(comment.indexOf("*/")).toBe(comment.length - 2);
    }));
  });
});
