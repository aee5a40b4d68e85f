import { describe, expect, test } from "vitest";
import { mergeModels } from "../history/merge-models.ts";
import { buildPage } from "../page/build-page.ts";
import { findKind } from "../page/find-kind.ts";
import { exampleModel } from "../testing/example-model.ts";
import { renderMarkdown } from "../testing/render-markdown.ts";
import { emitFrontMatter, frontMatters } from "./front-matter.ts";
import { emitMarkdownPage } from "./emit-markdown-page.ts";

const hostile = '<script>alert(1)</script> {{ 7 }} [a](javascript:alert(1)) "\n---\nkey: value | \u0007';

function pageOf(before: (text: string) => string, after: (text: string) => string): string {
  const old = { ...exampleModel(before), kubernetesVersion: "v1.35" };
  const { model, history } = mergeModels([old, exampleModel(after)]);
  return emitMarkdownPage(buildPage(model, findKind(model, "Book", "library.k8s.io/v1"), { history }));
}

describe("emitMarkdownPage()", () => {
  test("shows the words that changed", () => {
    const text = pageOf((words) => words.replace("cover", "spine"), (words) => words);
    expect(text).toContain("- Changed in v1.36: text: ~~spine.~~ **cover.**\n");
  });

  test("marks what became deprecated", () => {
    const text = pageOf((words) => words, (words) => words.replace("Printed", "Deprecated: printed"));
    expect(text).toContain("`string` · **required** · *deprecated in v1.36*");
  });

  test("lets no part of a hostile changed text through a renderer that filters nothing", () => {
    const text = pageOf((words) => `${words} a`, (words) => `${words} ${hostile}`);
    expect(text).not.toMatch(/\{\{|\}\}/);
    const { tags, hrefs } = renderMarkdown(text);
    expect(tags.filter((tag) => /script/.test(tag))).toEqual([]);
    expect(hrefs.filter((href) => !/^(?:#|https?:)/.test(href))).toEqual([]);
  });
});

describe("emitFrontMatter()", () => {
  test.each(frontMatters.filter((kind) => kind !== "none"))("prevents any text from adding a key for %s", (kind) => {
    const text = emitFrontMatter(kind, { title: hostile, description: hostile });
    expect(text.match(/^---$/gm)).toHaveLength(2);
    expect(text.match(/^\w+:/gm)).not.toContain("key:");
    expect(text).not.toMatch(/\{\{|<script|[\p{Cc}--\n]/v);
    const title = /^title: (.*)$/m.exec(text)?.[1] ?? "";
    expect(JSON.parse(title)).toContain("<script>alert(1)</script>");
  });

  test('writes nothing for the generator "none"', () => {
    expect(emitFrontMatter("none", { title: "a", description: "b" })).toBe("");
  });
});
