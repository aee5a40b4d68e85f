import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeHtml } from "./escape-html.ts";

test.each([
  {
    name: "tags and quotes",
    given: `<b title="x" id='y'>&`,
    want: "&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;",
  },
  { name: "braces in a row", given: "{{{ x }}}", want: "{&#123;&#123; x }&#125;&#125;" },
  { name: "single braces", given: "{ x }", want: "{ x }" },
])("escapeHtml() escapes $name", ({ given, want }) => {
  expect(escapeHtml(given)).toBe(want);
});

test("escapeHtml() leaves no tag, no quote and no two braces of any text", () => {
  const unit = fc.oneof(fc.constantFrom("<", ">", "&", '"', "'", "{", "}", "&lt;"), fc.string());
  fc.assert(fc.property(fc.string({ unit }), (text) => {
    const html = escapeHtml(text);
    expect(html).not.toMatch(/[<>"']|\{\{|\}\}|&(?!(?:amp|lt|gt|quot|#39|#123|#125);)/);
  }));
});
