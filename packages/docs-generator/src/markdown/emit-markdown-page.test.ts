import { beforeAll, describe, expect, test } from "vitest";
import { buildPage } from "../page/build-page.ts";
import { findKind } from "../page/find-kind.ts";
import type { Page } from "../page/page.ts";
import { exampleModel } from "../testing/example-model.ts";
import { renderMarkdown } from "../testing/render-markdown.ts";
import { openShippedSchemas } from "../testing/shipped-schemas.ts";
import { emitMarkdownPage } from "./emit-markdown-page.ts";

describe("emitMarkdownPage()", () => {
  test("writes the page of a kind", async () => {
    const text = emitMarkdownPage(bookPage(), { typesModule: "@example/types/library.k8s.io/v1" });
    await expect(text).toMatchFileSnapshot("./emit-markdown-page.snapshot.txt");
  });

  test("writes the same bytes twice", () => {
    expect(emitMarkdownPage(bookPage())).toBe(emitMarkdownPage(bookPage()));
  });

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</details></table></code>",
    "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "[ref]: javascript:alert(1)\n[ref]",
    "{{ constructor.constructor('alert(1)')() }} {% raw %}",
    "`{{ x }}` and `a|b` and ``` <b>",
    "```\n</code></pre><script>{{ x }}</script>\n```",
    "# title\n- item\n\n> quote\n\n===\n---",
    "a | b\n--- | ---\nc | d",
    "$$x$$ <!-- hidden --> &lt;b&gt; \u001b[31m \u202e",
    "x!https://a.example/b",
    '"><a href="javascript:x">',
  ])("shows %j as text wherever it occurs", (evil) => {
    const text = emitMarkdownPage(bookPage((harmless) => `${evil} ${harmless}`));
    const rendered = renderMarkdown(text);
    expect(rendered.tags.filter((tag) => !ourTag.test(tag))).toEqual([]);
    expect(rendered.hrefs.filter((href) => !/^(?:#|https:\/\/)/.test(href))).toEqual([]);
    expect(text).not.toMatch(/\{\{|\}\}/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is that there are none of them
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    const words = evil.match(/[a-z]{4,}/g) ?? [];
    for (const word of words) expect(rendered.text).toContain(word);
    // Hostile text neither adds nor removes a heading.
    expect(rendered.html.match(/<h\d/g)?.length).toBe(
      renderMarkdown(emitMarkdownPage(bookPage())).html.match(/<h\d/g)?.length,
    );
  });

  describe("on every kind of the default version", () => {
    let pages: readonly (readonly [string, Page])[];
    beforeAll(async () => {
      const schemas = await openShippedSchemas();
      const model = await schemas.read(schemas.defaultVersion);
      pages = model.kinds.map((kind) => [kind.definition, buildPage(model, kind)]);
    });

    test("gives every place an id of its own, and links only to places that exist", () => {
      expect(pages.length).toBeGreaterThan(100);
      for (const [name, page] of pages) {
        const text = emitMarkdownPage(page);
        const ids = [...text.matchAll(/^<a id="([^"]+)"><\/a>$/gm)].map(([, id]) => id);
        expect(new Set(ids).size, `ids of ${name}`).toBe(ids.length);
        const known = new Set(ids);
        const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, id]) => id);
        expect(links.filter((id) => !known.has(id)), `links of ${name}`).toEqual([]);
        expect(links.length, `links of ${name}`).toBeGreaterThanOrEqual(page.fields.length);
      }
    });

    test("lets only its own tags through a renderer that filters nothing", () => {
      // The largest page renders slowly, so the kinds with the most unusual texts stand for all.
      const names = [
        "networking.v1.Ingress",
        "apiextensions.v1.CustomResourceDefinition",
        "core.v1.Service",
        "events.v1.Event",
      ];
      const some = pages.filter(([name]) => names.some((end) => name.endsWith(end)));
      expect(some.length).toBeGreaterThanOrEqual(3);
      for (const [name, page] of some) {
        const { tags } = renderMarkdown(emitMarkdownPage(page));
        expect(tags.filter((tag) => !ourTag.test(tag)), name).toEqual([]);
      }
    });
  });
});

const ourTag = new RegExp(
  "^<(?:/?(?:p|h[1-6]|ul|ol|li|code|pre|table|thead|tbody|tr|th|td|strong|em|details|summary|a)|hr /|br|" +
    'code class="language-(?:yaml|text)"|a id="[\\w.$~-]+"|a href="(?:#|https?://)[^"<>]*")>$',
);

function bookPage(describeText?: (text: string) => string): Page {
  const model = exampleModel(describeText);
  return buildPage(model, findKind(model, "Book", "library.k8s.io/v1"));
}
