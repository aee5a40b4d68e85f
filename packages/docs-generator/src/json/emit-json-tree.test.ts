import { expect, test } from "vitest";
import { planSite } from "../site/plan-site.ts";
import { exampleModel } from "../testing/example-model.ts";
import { emitJsonTree } from "./emit-json-tree.ts";

test("emitJsonTree() lists every file in its index, and each place has a page", () => {
  const old = { ...exampleModel((text) => text.replace("cover", "spine")), kubernetesVersion: "v1.35" };
  const files = new Map(
    [...emitJsonTree(planSite([old, exampleModel()]))].map(({ path, text }) => [path, JSON.parse(text)]),
  );
  const { kinds, types, changes, ...head } = files.get("index.json");
  expect(head).toMatchObject({
    version: 1,
    kind: "PageIndex",
    kubernetesVersion: "v1.36",
    versions: ["v1.35", "v1.36"],
  });
  const listed = [...kinds, ...types, ...changes].map(({ path }: { path: string }) => path);
  expect(["index.json", ...listed].sort()).toEqual([...files.keys()].sort());
  for (const { path, definition } of [...kinds, ...types]) {
    const page = files.get(path);
    expect(page).toMatchObject({ version: 1, definition });
    for (const place of page.appearsIn) expect(files.has(place.path)).toBe(true);
  }
  expect(files.get("changes/v1.35-v1.36.json")).toMatchObject({ version: 1, before: "v1.35", after: "v1.36" });
});

test("emitJsonTree() writes nothing that acts on a terminal, whatever the texts contain", () => {
  const evil = "\u001b[31m \u009b31m \u202e \u2028 </script>";
  const files = [...emitJsonTree(planSite([exampleModel(() => evil)]))];
  for (const { path, text } of files) {
    expect(text.replaceAll("\n", ""), path).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028]/u);
  }
  expect(files.some(({ text }) => JSON.parse(text).description === evil)).toBe(true);
});
