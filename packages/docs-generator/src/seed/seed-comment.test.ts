import process from "node:process";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../testing/render-markdown.ts";
import { seedComment } from "./seed-comment.ts";

// Every expected text is what the original's tools write: marked 0.4.0, then turndown 5.0.3.
describe("seedComment()", () => {
  test.each([
    { name: "nothing", given: undefined, want: "" },
    { name: "signs of Markdown", given: "a_b *c [d] `e \\", want: "a\\_b \\*c \\[d\\] \\`e \\\\\n\n" },
    { name: "bars", given: "a | b", want: "a \\| b\n\n" },
    { name: "runs of blanks and single line breaks", given: "a  b\nc", want: "a b c\n\n" },
    { name: "paragraphs", given: "a\n\nb\n\nc", want: "a\n\nb\n\nc\n\n" },
    {
      name: "a URL with an underscore",
      given: "See http://a.b/c_d.",
      want: "See [http://a.b/c\\_d](http://a.b/c_d).\n\n",
    },
    { name: "a URL in brackets", given: "(http://a.b/).", want: "([http://a.b/)](http://a.b/)).\n\n" },
    { name: "an address", given: "to me@a.b now", want: "to [me@a.b](mailto:me@a.b) now\n\n" },
    { name: "a word in angle brackets, which is lost", given: "the <host> part", want: "the part\n\n" },
    { name: "a comparison", given: "a <= b < c", want: "a <= b < c\n\n" },
    { name: "stars that turn into underscores", given: "use '*' or '*' here", want: "use '_' or '_' here\n\n" },
    { name: "strong words", given: "a **b** c", want: "a **b** c\n\n" },
    { name: "code", given: "the `a_b` field", want: "the `a_b` field\n\n" },
    { name: "a list", given: "Either:\n- a\n- b", want: "Either:\n\n*   a\n*   b\n\n" },
    { name: "a list with a continued line", given: " * a\nb\n * c", want: "*   a b\n*   c\n\n" },
    { name: "a numbered list", given: "1. a\n2. b", want: "1.  a\n2.  b\n\n" },
    { name: "a list inside a list", given: "- a\n  - b\n- c", want: "*   a\n    *   b\n*   c\n\n" },
    { name: "code by indent", given: "a\n\n    b\n    c", want: "a\n\n```\nb\nc\n```\n\n" },
    { name: "code by fence", given: "a\n```\nb\n```", want: "a\n\n```\nb\n```\n\n" },
    { name: "a dash at the start", given: "-a", want: "\\-a\n\n" },
  ])("writes $name", ({ given, want }) => {
    expect(seedComment(given)).toBe(want);
  });

  test.each(["*", "* a\n", "a", "_a ", "`", "<a ", "http://a.", "[", "- a\n  ", "**a ", "\n", "&", "1. "])(
    "writes much of %j quickly",
    (part) => {
      // Of the processor: the clock would tell how busy the machine is.
      const start = process.cpuUsage();
      seedComment(part.repeat(19_000 / part.length));
      seedComment(part.repeat(1_000_000 / part.length));
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
    },
  );
});

test.each([
  "&lt;img src=x onerror=alert(1)&gt;",
  "<<b>script>alert(1)<<b>/script>",
  "<[img src=x]()>",
  "&lt;!-- hidden --&gt; &lt;?php ?&gt;",
  "[a](javascript:alert(1)) <javascript:alert(1)> &lt;javascript:alert(1)&gt; ![b](data:text/html,x)",
  "\u001b[31m \u202e \u009b",
])("seedComment() lets nothing in %j run", (text) => {
  const written = seedComment(text);
  const { tags, hrefs } = renderMarkdown(written);
  expect(tags.filter((tag) => !/^<\/?(?:p|code|em|strong)>$/.test(tag))).toEqual([]);
  expect(hrefs).toEqual([]);
  expect(written.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
});

test("seedComment() keeps words in angle brackets that are not a tag, as the original did", () => {
  expect(seedComment("the triple <key,value,effect> of it")).toBe("the triple <key,value,effect> of it\n\n");
});
