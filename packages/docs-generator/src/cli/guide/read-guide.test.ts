import { CommandError } from "@kubeschema/command-kit";
import { describe, expect, test } from "vitest";
import { type GuideFile, readGuide } from "./read-guide.ts";

const shop: readonly GuideFile[] = [
  {
    name: "shop/README.md",
    text: "# The shop\n\nSells things. Not all.\n\nSee [hours](docs/hours.md#on-sundays) and [code](../src/main.ts).\n",
  },
  {
    name: "shop/docs/hours.md",
    text:
      "# Hours\n\n| day | open |\n| --- | ---: |\n| `Mon` | 8 |\n\n## On Sundays\n\n[Back](../README.md), [up](#hours).\n",
  },
  { name: "loose.md", text: "# Loose `page`\n\n## A\n\n## A\n\n```sh\necho '<b>'\n```\n" },
];

function htmlOf(files: readonly GuideFile[], path: string): string {
  return readGuide(files).find((page) => page.path === path)?.html ?? "";
}

describe("readGuide()", () => {
  test("makes a page of each file, and an index that every page of the site links to", () => {
    const pages = readGuide(shop);
    expect(pages.map(({ path, title, isMain }) => ({ path, title, isMain }))).toEqual([
      { path: "guide/index.html", title: "Guide", isMain: true },
      { path: "guide/shop/index.html", title: "The shop", isMain: false },
      { path: "guide/shop/docs/hours.html", title: "Hours", isMain: false },
      { path: "guide/loose.html", title: "Loose page", isMain: false },
    ]);
    expect(pages[0]?.html).toContain(
      '<h2><a href="shop/index.html">The shop</a></h2><p>Sells things.</p>' +
        '<ul class="rows"><li><a href="shop/docs/hours.html">Hours</a>',
    );
    expect(pages[2]?.crumbs).toEqual([{ path: "guide/index.html", text: "Guide" }, {
      path: "guide/shop/index.html",
      text: "The shop",
    }]);
    expect(pages[2]?.aside).toContain('<a href="#on-sundays">On Sundays</a>');
  });

  test("leads links from page to page, and keeps only the text of links to other files", () => {
    const first = htmlOf(shop, "guide/shop/index.html");
    expect(first).toContain('<a href="docs/hours.html#on-sundays">hours</a> and code.');
    const hours = htmlOf(shop, "guide/shop/docs/hours.html");
    expect(hours).toContain('<a href="../index.html">Back</a>, <a href="#hours">up</a>');
    expect(hours).toContain('<h2><a id="on-sundays" href="#on-sundays">On Sundays</a></h2>');
    expect(hours).toMatch(
      /<div class="wide" tabindex="0">\s*<table>[\s\S]*<td align="right">8<\/td>[\s\S]*<\/table><\/div>/,
    );
  });

  test("gives headings the ids that they have on GitHub", () => {
    expect(htmlOf(shop, "guide/loose.html").match(/ id="[^"]*"/g)).toEqual([
      ' id="loose-page"',
      ' id="a"',
      ' id="a-1"',
    ]);
  });

  test("drops comments", () => {
    const text = "# A\n\nof <!-- from: x -->v1.36<!-- /from -->, [b](c.ts)\n\n<!--\nfor editors\n-->\n\nend\n";
    expect(htmlOf([{ name: "a.md", text }], "guide/a.html")).toMatch(/<p>of v1\.36, b<\/p>\s*<p>end<\/p>/);
  });

  test.for([
    { name: "tags", given: "<script>alert(1)</script> <b onclick=x>", not: /<script|<b / },
    { name: "a script in a link", given: "[x](javascript:alert%281%29)", not: /javascript/ },
    { name: "a quote in a link", given: '[x](https://e.example/"onclick=x)', not: /" ?onclick/ },
    { name: "an image", given: "![x](https://e.example/x.png)", not: /<img/ },
    { name: "a tag in code", given: "`<img>`\n\n```\n<img>\n```", not: /<img/ },
    { name: "a mark of direction", given: "a &#x202e; \u202e", not: /\u202e/ },
    { name: "a quote in a heading", given: '## a" onclick="x', not: /" ?onclick/ },
  ])("runs and loads nothing that a text holds: $name", ({ given, not }) => {
    const html = htmlOf([{ name: "a.md", text: `# A\n\n${given}\n` }], "guide/a.html");
    expect(html).toContain("</h1>");
    expect(html).not.toMatch(not);
  });

  test.for([
    { name: "no title", text: "Text.\n", says: 'Cannot read page "a.md": it has no heading "# Title"' },
    {
      name: "no page",
      text: "# A\n\n[b](b.md)\n",
      says: 'Cannot read page "a.md": the link to "b.md" leads to no page',
    },
    {
      name: "no heading",
      text: "# A\n\n[a](#b)\n",
      says: 'Cannot read page "a.md": the link to "#b" leads to no heading of the page',
    },
    {
      name: "a definition without a page",
      text: "# A\n\n[b]\n\n[b]: ../b.ts\n",
      says: 'Cannot read page "a.md": the link to "../b.ts" leads out of the pages',
    },
  ])("says what is wrong: $name", ({ text, says }) => {
    expect(() => readGuide([{ name: "a.md", text }])).toThrow(new CommandError(says));
  });

  test("says that two files want one page", () => {
    const files = [{ name: "A.md", text: "# A\n" }, { name: "a.md", text: "# A\n" }];
    expect(() => readGuide(files)).toThrow(new CommandError('Cannot read page "a.md": its place is taken by "A.md"'));
  });
});
