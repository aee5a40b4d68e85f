import { compareSchemas, formatApiVersion, readOpenApiV2, type SchemaModel } from "@kubeschema/model";
import { describe, expect, test } from "vitest";
import { emitComparisonJson, emitComparisonMarkdown, emitComparisonText } from "./compare/emit-comparison.ts";
import { emitExplanation } from "./explain/emit-explanation.ts";
import { findField } from "./explain/find-field.ts";
import { emitStandalonePage } from "./html/standalone-page.ts";
import { emitJsonTree } from "./json/emit-json-tree.ts";
import { emitMarkdownTree } from "./markdown/emit-markdown-tree.ts";
import { buildPage } from "./page/build-page.ts";
import { emitSeedPage } from "./seed/emit-seed-page.ts";
import { emitSite } from "./site/emit-site.ts";
import { planSite } from "./site/plan-site.ts";
import { checkMarkdownTree } from "./testing/check-markdown-tree.ts";
import { checkSite } from "./testing/check-site.ts";
import { renderMarkdown } from "./testing/render-markdown.ts";

/** Names that somebody else's CustomResourceDefinition may contain; so may its values, texts and versions. */
const hostileNames = [
  "</code></pre><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "](javascript:alert(1))",
  "a|b`c`d",
  "{{ 7*7 }}",
  "\u001b]8;;https://evil.example\u0007\u009b31m\u202ex",
  "line\nbreak\n# heading",
  '" onmouseover="x',
  "__proto__",
  "..",
];

function modelOf(kubernetesVersion: string, names: readonly string[]): SchemaModel {
  const properties = Object.fromEntries(names.map((name) => [name, {
    type: "string",
    description: name,
    enum: names,
    default: name,
    pattern: name,
  }]));
  const definitions = Object.fromEntries(names.map((name, index) => [`x.${name}.Kind${index}`, {
    type: "object",
    description: name,
    required: [name],
    properties: { ...properties, spec: { type: "object", properties, description: name } },
    "x-kubernetes-group-version-kind": [{ group: name, version: name, kind: name }],
  }]));
  const document = { swagger: "2.0", definitions };
  return readOpenApiV2(document, { kubernetesVersion, name: names[0] ?? "", sha256: "" }).model;
}

const before = modelOf("v1.35", hostileNames.slice(0, -3));
const model = modelOf("v1.36", hostileNames);
const plan = planSite([before, model]);

/** Characters that act on a terminal, or change the direction of writing. */
const actingCharacters = /[[\p{Cc}--\n]\p{Bidi_Control}\u2028\u2029]/v;

describe("hostile names, values and texts", () => {
  test("stay text in the site", () => {
    const files = [...emitSite(plan)];
    for (const { path, text } of files.filter((file) => file.path.endsWith(".html"))) {
      expect(text, path).not.toMatch(
        /<script(?! src="(?:\.\.\/)*assets\/site\.js")|<img|\{\{|href="javascript|" onmouseover="/,
      );
      expect(text, path).not.toMatch(actingCharacters);
    }
    expect(checkSite(files)).toEqual([]);
  });

  test("stay text in Markdown", () => {
    const files = [...emitMarkdownTree(plan)];
    for (const { path, text } of files) {
      const { tags, hrefs } = renderMarkdown(text);
      expect(tags.filter((tag) => /^<(?:script|img)|\sonmouseover=/.test(tag)), path).toEqual([]);
      expect(hrefs.filter((href) => /^javascript/i.test(href)), path).toEqual([]);
      expect(text, path).not.toMatch(/\{\{|\}\}/);
      expect(text, path).not.toMatch(actingCharacters);
    }
    expect(checkMarkdownTree(files)).toEqual([]);
  });

  test("stay text on a standalone page", () => {
    for (const kind of model.kinds) {
      const html = emitStandalonePage(buildPage(model, kind));
      expect(html).not.toMatch(/<script|<img|\{\{|" onmouseover="/);
      expect(html).not.toMatch(actingCharacters);
    }
  });

  test("stay text in the seed's format", () => {
    for (const kind of model.kinds) {
      const text = emitSeedPage(buildPage(model, kind), { packageName: "x" });
      const { tags, hrefs } = renderMarkdown(text);
      expect(tags.filter((tag) => /^<(?:script|img)|\sonmouseover=/.test(tag))).toEqual([]);
      expect(hrefs.filter((href) => /^javascript/i.test(href))).toEqual([]);
      expect(text).not.toMatch(actingCharacters);
    }
  });

  test("stay values in JSON", () => {
    for (const { path, text } of emitJsonTree(plan)) {
      expect(text, path).not.toMatch(actingCharacters);
      expect(() => JSON.parse(text), path).not.toThrow();
    }
  });

  test("stay text in a comparison, each change on a line of its own", () => {
    const comparison = { before: "v1.35", after: "v1.36", changes: compareSchemas(before, model) };
    expect(comparison.changes.length).toBeGreaterThan(20);
    const text = emitComparisonText(comparison);
    expect(text).not.toMatch(actingCharacters);
    expect(text).not.toMatch(/^# heading/m);
    expect(emitComparisonJson(comparison)).not.toMatch(actingCharacters);
    const markdown = emitComparisonMarkdown(comparison);
    const { tags, hrefs } = renderMarkdown(markdown);
    expect(tags.filter((tag) => /^<(?:script|img)|\sonmouseover=/.test(tag))).toEqual([]);
    expect(hrefs.filter((href) => /^javascript/i.test(href))).toEqual([]);
    expect(markdown).not.toMatch(/\{\{|\}\}|^# heading/m);
    expect(markdown).not.toMatch(actingCharacters);
  });

  test("stay text in a terminal", () => {
    for (const kind of model.kinds) {
      if (kind.kind.includes(".")) continue; // A dot ends the kind's name in a path.
      const found = findField(plan.model, kind.kind, formatApiVersion(kind));
      for (const isRecursive of [true, false]) {
        const options = { history: plan.history, isRecursive, hasColour: false, width: 80 };
        expect(emitExplanation(plan.model, found, options)).not.toMatch(actingCharacters);
      }
    }
  });
});
