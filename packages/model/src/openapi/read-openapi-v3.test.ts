import { describe, expect, test } from "vitest";
import { OpenApiSyntaxError } from "./openapi-syntax-error.ts";
import { readOpenApiV3 } from "./read-openapi-v3.ts";

const options = { kubernetesVersion: "v1.36", name: "openapi/v3", sha256: "ab" };
const gvk = { group: "example.io", version: "v1", kind: "Shop" };
const meta = { type: "object", properties: { name: { type: "string" } } };

function document(schemas: Record<string, unknown>, paths: Record<string, unknown> = {}): unknown {
  return { openapi: "3.0.0", components: { schemas }, paths };
}

describe("readOpenApiV3()", () => {
  test("merges the documents of all groups and versions", () => {
    const { model, diagnostics } = readOpenApiV3([
      document({ "meta.v1.ObjectMeta": meta }),
      document(
        {
          "meta.v1.ObjectMeta": meta,
          "example.v1.Shop": {
            type: "object",
            properties: {
              metadata: {
                allOf: [{ $ref: "#/components/schemas/meta.v1.ObjectMeta" }],
                default: {},
                description: "of the field",
              },
              port: { oneOf: [{ type: "integer" }, { type: "string" }], format: "int-or-string" },
              pathType: { type: "string", enum: ["Exact", "Prefix"] },
            },
            "x-kubernetes-group-version-kind": [gvk],
          },
        },
        { "/apis/example.io/v1/namespaces/{namespace}/shops": { post: { "x-kubernetes-group-version-kind": gvk } } },
      ),
    ], options);
    expect(diagnostics).toEqual([]);
    expect(model.kinds).toEqual([{ ...gvk, definition: "example.v1.Shop", plural: "shops", isNamespaced: true }]);
    expect(model.definitions["example.v1.Shop"]?.schema).toMatchObject({
      fields: [
        {
          name: "metadata",
          description: "of the field",
          schema: { type: "ref", definition: "meta.v1.ObjectMeta", default: {} },
        },
        { name: "port", schema: { type: "int-or-string" } },
        { name: "pathType", schema: { type: "string", enum: ["Exact", "Prefix"] } },
      ],
    });
  });

  test("reports a definition that differs between documents, and keeps the first", () => {
    const { model, diagnostics } = readOpenApiV3(
      [document({ A: { type: "string" } }), document({ A: { type: "integer" } })],
      options,
    );
    expect(model.definitions.A?.schema).toEqual({ type: "string" });
    expect(diagnostics).toMatchObject([{ code: "DEFINITION_CONFLICT", place: "components.schemas.A" }]);
  });

  test.each([
    ["OpenAPI 3.1", [{ openapi: "3.1.0" }], 'found "openapi": "3.1.0"'],
    ["OpenAPI v2", [{ swagger: "2.0" }], 'found "swagger": "2.0"'],
    ["no document", [], "no document"],
    ["a list", [[]], "expected an object at the top"],
    ["bad schemas", [{ openapi: "3.0.0", components: { schemas: [] } }], '"components.schemas"'],
    ["bad components", [{ openapi: "3.0.0", components: [] }], '"components.schemas"'],
  ])("refuses %s", (_name, given, want) => {
    expect(() => readOpenApiV3(given, options)).toThrow(OpenApiSyntaxError);
    expect(() => readOpenApiV3(given, options)).toThrow(want);
  });
});
