import { describe, expect, test } from "vitest";
import { OpenApiSyntaxError } from "./openapi-syntax-error.ts";
import { readOpenApiV2 } from "./read-openapi-v2.ts";

const options = { kubernetesVersion: "v1.36", name: "swagger.json", sha256: "ab" };

function read(definitions: unknown, paths: unknown = {}) {
  return readOpenApiV2({ swagger: "2.0", definitions, paths }, options);
}

/** Reads the schema of the only field of the only definition, which is all that most cases need. */
function readField(field: unknown, others: Record<string, unknown> = {}) {
  const { model, diagnostics } = read({ D: { type: "object", properties: { f: field } }, ...others });
  const schema = model.definitions.D?.schema;
  return { field: schema?.type === "object" ? schema.fields[0] : undefined, diagnostics };
}

describe("readOpenApiV2()", () => {
  test.each([
    ["a string", { type: "string", format: "byte" }, { type: "string", format: "byte" }],
    ["an integer", { type: "integer", format: "int32" }, { type: "integer", format: "int32" }],
    ["a number", { type: "number", format: "double" }, { type: "number", format: "double" }],
    ["a boolean", { type: "boolean" }, { type: "boolean" }],
    ["IntOrString", { type: "string", format: "int-or-string" }, { type: "int-or-string" }],
    ["any value", { description: "JSON" }, { type: "any" }],
    ["any object", { type: "object" }, { type: "object", fields: [] }],
    ["a reference", { $ref: "#/definitions/D" }, { type: "ref", definition: "D" }],
    ["a map", { type: "object", additionalProperties: { type: "string" } }, {
      type: "map",
      values: { type: "string" },
    }],
    ["an open map", { type: "object", additionalProperties: true }, { type: "map", values: { type: "any" } }],
    ["a set", { type: "array", items: { type: "string" }, "x-kubernetes-list-type": "set" }, {
      type: "list",
      items: { type: "string" },
      listType: "set",
    }],
    ["a map-like list", {
      type: "array",
      items: { $ref: "#/definitions/D" },
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["port", "protocol"],
    }, {
      type: "list",
      items: { type: "ref", definition: "D" },
      listType: "map",
      mapKeys: ["port", "protocol"],
    }],
  ])("reads %s", (_name, given, want) => {
    const { field, diagnostics } = readField(given);
    expect(field?.schema).toEqual(want);
    expect(diagnostics).toEqual([]);
  });

  test("keeps required marks, texts, patch strategy and merge key of a field", () => {
    const { model } = read({
      D: {
        description: "of the definition",
        required: ["f"],
        properties: {
          f: {
            description: "beside the reference",
            $ref: "#/definitions/D",
            "x-kubernetes-patch-strategy": "merge",
            "x-kubernetes-patch-merge-key": "name",
          },
        },
      },
    });
    expect(model.definitions.D).toEqual({
      name: "D",
      description: "of the definition",
      gvks: [],
      schema: {
        type: "object",
        fields: [{
          name: "f",
          description: "beside the reference",
          isRequired: true,
          schema: { type: "ref", definition: "D" },
          patchStrategy: "merge",
          patchMergeKey: "name",
        }],
      },
    });
  });

  test("keeps a keyword that it does not understand, and reports it", () => {
    const { field, diagnostics } = readField({ type: "string", "x-colour": "red" });
    expect(field?.extensions).toEqual({ "x-colour": "red" });
    expect(diagnostics).toMatchObject([{ code: "KEYWORD_UNKNOWN", place: "definitions.D.properties.f.x-colour" }]);
  });

  test("keeps defaults, enums, constraints and CEL rules", () => {
    const rules = [{ rule: "self != ''", message: "must not be empty" }];
    const { field, diagnostics } = readField({
      type: "string",
      default: "a",
      enum: ["a", "b"],
      nullable: true,
      maxLength: 3,
      pattern: "^[ab]$",
      "x-kubernetes-validations": rules,
    });
    expect(field?.schema).toEqual({
      type: "string",
      default: "a",
      enum: ["a", "b"],
      isNullable: true,
      constraints: { maxLength: 3, pattern: "^[ab]$" },
      validations: rules,
    });
    expect(diagnostics).toEqual([]);
  });

  test("keeps unions without a diagnostic", () => {
    const unions = [{ discriminator: "type" }];
    const { model, diagnostics } = read({ D: { type: "object", "x-kubernetes-unions": unions } });
    expect(model.definitions.D?.extensions).toEqual({ "x-kubernetes-unions": unions });
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ["a dangling $ref", { $ref: "#/definitions/Gone" }, "REF_DANGLING"],
    ["a foreign $ref", { $ref: "other.json#/D" }, "REF_DANGLING"],
    ["an unknown type", { type: "file" }, "TYPE_UNKNOWN"],
    ["a field that is not a schema", 42, "SCHEMA_MALFORMED"],
  ])("accepts any value for %s, and reports it", (_name, given, code) => {
    const { field, diagnostics } = readField(given);
    expect(field?.schema).toEqual({ type: "any" });
    expect(diagnostics).toMatchObject([{ code, severity: "error", place: "definitions.D.properties.f" }]);
  });

  test("accepts fields named like properties of every object", () => {
    const properties = JSON.parse('{"__proto__":{"type":"string"},"constructor":{"type":"integer"}}');
    const { model } = read({ D: { type: "object", properties } });
    expect(model.definitions.D?.schema).toMatchObject({ fields: [{ name: "__proto__" }, { name: "constructor" }] });
  });

  test("finds the kinds with plural and scope, and leaves out a carrier of many kinds", () => {
    const gvk = { group: "example.io", version: "v1", kind: "Shop" };
    const operation = { "x-kubernetes-group-version-kind": gvk };
    const { model } = read(
      {
        Shop: { type: "object", "x-kubernetes-group-version-kind": [gvk] },
        Options: { type: "object", "x-kubernetes-group-version-kind": [gvk, { ...gvk, version: "v2" }] },
      },
      {
        "/apis/example.io/v1/namespaces/{namespace}/shops": { post: operation },
        "/apis/example.io/v1/shops": { get: operation },
        "/apis/example.io/v1/namespaces/{namespace}/shops/{name}/status": { get: operation },
      },
    );
    expect(model.kinds).toEqual([{ ...gvk, definition: "Shop", plural: "shops", isNamespaced: true }]);
    expect(model.definitions.Options?.gvks).toHaveLength(2);
  });

  test.each([
    ["OpenAPI v3", { openapi: "3.0.0", components: {} }, 'found "openapi": "3.0.0"'],
    ["Swagger 1.2", { swaggerVersion: "1.2" }, 'found "swaggerVersion": "1.2"'],
    ["something else", {}, "found neither"],
    ["a list", [], "expected an object at the top"],
    ["no definitions", { swagger: "2.0" }, 'expected an object at "definitions"'],
    ["bad paths", { swagger: "2.0", definitions: {}, paths: [] }, 'expected an object at "paths"'],
  ])("refuses %s", (_name, given, want) => {
    expect(() => readOpenApiV2(given, options)).toThrow(OpenApiSyntaxError);
    expect(() => readOpenApiV2(given, options)).toThrow(want);
  });
});
