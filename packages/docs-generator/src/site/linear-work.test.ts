import { readCrds } from "@kubeschema/model";
import { describe, expect, test } from "vitest";
import { textHtml } from "../html/text-html.ts";
import { emitJsonTree } from "../json/emit-json-tree.ts";
import { emitMarkdownTree } from "../markdown/emit-markdown-tree.ts";
import { countSteps } from "../testing/count-steps.ts";
import { emitSite } from "./emit-site.ts";
import { planSite } from "./plan-site.ts";

type Properties = Readonly<Record<string, object>>;

function crd(properties: Properties): object {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "larges.example.com" },
    spec: {
      group: "example.com",
      scope: "Namespaced",
      names: { kind: "Large", plural: "larges" },
      versions: [{
        name: "v1",
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: "object", properties: { spec: { type: "object", properties } } } },
      }],
    },
  };
}

const text = (index: number): object => ({ type: "string", description: `Number ${index}. See https://example.com.` });
const shapes: Readonly<Record<string, (count: number) => Properties>> = {
  "fields next to each other": (count) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`field${index}`, text(index)])),
  "fields in hundreds of objects": (count) =>
    Object.fromEntries(
      Array.from({ length: count / 10 }, (_, outer) => [`part${outer}`, {
        type: "object",
        required: ["field1"],
        properties: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`field${index}`, text(index)])),
      }]),
    ),
  "fields whose names are the ids of others": (count) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${"/".repeat(index % 7)}a${index}`, text(index)])),
};

describe.each(Object.entries(shapes))("a CustomResourceDefinition with %s", (_, shape) => {
  test("takes twice the work and space for twice the fields, up to 5,000", async () => {
    const measure = async (count: number): Promise<{ steps: number; sizeBytes: number }> => {
      const document = crd(shape(count));
      let sizeBytes = 0;
      const steps = await countSteps(() => {
        const { model } = readCrds([document], { kubernetesVersion: "v1.36", name: "large", sha256: "" });
        const before = { ...model, kubernetesVersion: "v1.35" };
        const plan = planSite([before, model]);
        for (const emit of [emitSite, emitMarkdownTree, emitJsonTree]) {
          for (const file of emit(plan)) sizeBytes += file.text.length;
        }
      });
      return { steps, sizeBytes };
    };
    await measure(100); // What is built only once is not part of the work.
    const [half, whole] = [await measure(2500), await measure(5000)];
    expect(half.steps).toBeGreaterThan(2500 * 10);
    expect(whole.steps / half.steps).toBeLessThan(2.1);
    expect(whole.sizeBytes / half.sizeBytes).toBeLessThan(2.1);
  });
});

test("countSteps() notices work that grows quadratically", async () => {
  const escapeAllPairs = (count: number): Promise<number> =>
    countSteps(() => {
      for (let index = 0; index < count * count; index++) textHtml("x");
    });
  expect(await escapeAllPairs(200) / await escapeAllPairs(100)).toBeCloseTo(4, 1);
});
