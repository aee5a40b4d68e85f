import { describe, expect, test } from "vitest";
import { readOpenApiV2 } from "../openapi/read-openapi-v2.ts";
import { applyFacts } from "./apply-facts.ts";

const gvk = { group: "example.io", version: "v1", kind: "Shop" };
const { model } = readOpenApiV2({
  swagger: "2.0",
  definitions: {
    Shop: {
      type: "object",
      properties: {
        policy: { type: "string" },
        policies: { type: "array", items: { type: "string" } },
        given: { type: "string", enum: ["X"] },
        size: { type: "integer" },
      },
      "x-kubernetes-group-version-kind": [gvk],
    },
    Name: { type: "string" },
  },
}, { kubernetesVersion: "v1.36", name: "", sha256: "" });

describe("applyFacts()", () => {
  const values = ["A", "B"];
  const applied = applyFacts(model, {
    enums: {
      "Shop.policy": values,
      "Shop.policies": values,
      "Shop.given": values,
      "Shop.size": values,
      "Shop.no": values,
    },
    lifecycles: { "example.io/v1/Shop": { introduced: "1.20", deprecated: "1.30" } },
  });

  test("puts enum values on strings and on the strings of lists, and keeps those of the document", () => {
    const schema = applied.model.definitions.Shop?.schema;
    expect(schema?.type === "object" ? schema.fields.map((field) => field.schema) : []).toEqual([
      { type: "string", enum: values },
      { type: "list", items: { type: "string", enum: values } },
      { type: "string", enum: ["X"] },
      { type: "integer" },
    ]);
  });

  test("puts lifecycles on kinds", () => {
    expect(applied.model.kinds).toEqual([
      { ...gvk, definition: "Shop", lifecycle: { introduced: "1.20", deprecated: "1.30" } },
    ]);
  });

  test("reports facts that fit nothing, and does not change its arguments", () => {
    expect(applied.diagnostics.map(({ place }) => place)).toEqual(["Shop.size", "Shop.no"]);
    expect(JSON.stringify(model)).not.toContain("1.20");
  });

  test("accepts a kind named like a property of every object", () => {
    const odd = { ...model, kinds: [{ ...gvk, group: "", version: "constructor", kind: "x", definition: "Shop" }] };
    expect(applyFacts(odd, { enums: {}, lifecycles: {} }).model.kinds).toEqual(odd.kinds);
  });
});
