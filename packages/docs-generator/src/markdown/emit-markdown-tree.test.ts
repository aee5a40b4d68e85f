import { expect, test } from "vitest";
import type { SiteFile } from "../site/emit-site.ts";
import { planSite } from "../site/plan-site.ts";
import { checkMarkdownTree } from "../testing/check-markdown-tree.ts";
import { exampleModel } from "../testing/example-model.ts";
import { openShippedSchemas } from "../testing/shipped-schemas.ts";
import { emitMarkdownTree } from "./emit-markdown-tree.ts";

const files: readonly SiteFile[] = [...emitMarkdownTree(planSite([exampleModel()]))];

function textOf(path: string): string {
  return files.find((file) => file.path === path)?.text ?? "";
}

test("emitMarkdownTree() gives shared types pages of their own, linked from the index and from the kinds", () => {
  const meta = "types/io.k8s.apimachinery.pkg.apis.meta.v1.objectmeta.md";
  expect(textOf("index.md")).toContain(`- [ObjectMeta](${meta})`);
  const book = textOf("library.k8s.io/v1/book.md");
  expect(book).toContain(`[ObjectMeta](../../${meta})`);
  expect(book).not.toContain("## Shared types");
  expect(textOf(meta)).toMatch(
    /## Fields.*## Appears in.*\[`Book\.metadata`\]\(\.\.\/library\.k8s\.io\/v1\/book\.md#metadata\)/s,
  );
});

test("emitMarkdownTree() writes no broken link, on small and hostile schemas and on the default version", async () => {
  expect(checkMarkdownTree(files)).toEqual([]);
  const hostile = exampleModel(() => "[a](../x.md) <a href='y.md'>b</a> [c]: z.md");
  expect(checkMarkdownTree([...emitMarkdownTree(planSite([hostile]))])).toEqual([]);
  const schemas = await openShippedSchemas();
  const tree = [...emitMarkdownTree(planSite([await schemas.read(schemas.defaultVersion)]))];
  expect(tree.length).toBeGreaterThan(200);
  expect(checkMarkdownTree(tree)).toEqual([]);
});

test("checkMarkdownTree() finds broken links", () => {
  const text = '<a id="x"></a>\n\n[a](b.md) [c](#y) [d](#x) [e](https://example.com)\n';
  expect(checkMarkdownTree([{ path: "a.md", text }])).toEqual([
    "a.md links to b.md, which does not exist",
    "a.md links to #y, which lacks the anchor",
  ]);
});
