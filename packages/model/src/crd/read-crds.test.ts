import { describe, expect, test } from "vitest";
import { CrdSyntaxError } from "./crd-syntax-error.ts";
import { readCrds } from "./read-crds.ts";

const options = { kubernetesVersion: "v1.36", name: "shops.yaml", sha256: "ab" };

function crd(schema: Record<string, unknown>, spec: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "shops.example.io" },
    spec: {
      group: "example.io",
      names: { kind: "Shop", plural: "shops" },
      scope: "Namespaced",
      versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: schema } }],
      ...spec,
    },
  };
}

const marks = { served: true, storage: true };
const rule = { rule: "self.a != self.b", message: "must differ" };
const schema = {
  type: "object",
  description: "A shop.",
  required: ["spec"],
  properties: {
    metadata: { type: "object", properties: { name: { type: "string", maxLength: 8 } } },
    spec: {
      type: "object",
      description: "What is wanted.",
      default: {},
      properties: {
        "shelf-list": {
          type: "array",
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["a"],
          items: { type: "object", properties: { a: { type: "string" } }, "x-kubernetes-validations": [rule] },
        },
        constructor: { "x-kubernetes-int-or-string": true, anyOf: [{ type: "integer" }, { type: "string" }] },
        open: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
        pod: {
          type: "object",
          "x-kubernetes-embedded-resource": true,
          "x-kubernetes-preserve-unknown-fields": true,
          properties: { spec: { type: "object" } },
        },
        sizes: { type: "object", additionalProperties: { type: "object", properties: { n: { type: "integer" } } } },
      },
    },
  },
};

describe("readCrds()", () => {
  const { model, diagnostics } = readCrds([crd(schema)], options);

  test("reads every kind with its List, plural and scope", () => {
    const gvk = { group: "example.io", version: "v1" };
    expect(model.kinds).toEqual([
      { ...gvk, kind: "Shop", definition: "io.example.v1.Shop", plural: "shops", isNamespaced: true },
      { ...gvk, kind: "ShopList", definition: "io.example.v1.ShopList" },
    ]);
    expect(diagnostics).toEqual([]);
  });

  test("gives nested objects their own definitions, named after their place", () => {
    expect(Object.keys(model.definitions)).toEqual([
      "io.example.v1.Shop",
      "io.example.v1.ShopList",
      "io.example.v1.ShopSpec",
      "io.example.v1.ShopSpecPod",
      "io.example.v1.ShopSpecShelfList",
      "io.example.v1.ShopSpecSizes",
    ]);
    expect(model.definitions["io.example.v1.ShopSpecShelfList"]?.schema.validations).toEqual([rule]);
  });

  test("adds what the API server adds, and keeps what narrows metadata", () => {
    expect(model.definitions["io.example.v1.Shop"]?.schema).toMatchObject({
      fields: [
        { name: "apiVersion", isRequired: false, schema: { type: "string" } },
        { name: "kind", isRequired: false, schema: { type: "string" } },
        {
          name: "metadata",
          schema: { type: "ref", definition: "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta" },
          extensions: { properties: { name: { type: "string", maxLength: 8 } } },
        },
        { name: "spec", isRequired: true, schema: { type: "ref", definition: "io.example.v1.ShopSpec", default: {} } },
      ],
    });
  });

  test("reads the keywords of structural schemas", () => {
    expect(model.definitions["io.example.v1.ShopSpec"]?.schema).toMatchObject({
      fields: [
        { name: "shelf-list", schema: { type: "list", listType: "map", mapKeys: ["a"], items: { type: "ref" } } },
        { name: "constructor", schema: { type: "int-or-string" } },
        { name: "open", schema: { type: "object", fields: [], preservesUnknownFields: true } },
        { name: "pod", schema: { type: "ref", definition: "io.example.v1.ShopSpecPod" } },
        { name: "sizes", schema: { type: "map", values: { type: "ref", definition: "io.example.v1.ShopSpecSizes" } } },
      ],
    });
    expect(model.definitions["io.example.v1.ShopSpecPod"]?.schema).toMatchObject({ isEmbeddedResource: true });
  });

  test("leaves out versions that are not served", () => {
    const version = { storage: false, schema: { openAPIV3Schema: { type: "object" } } };
    const versions = [{ ...version, name: "v1", served: true }, { ...version, name: "v1alpha1", served: false }];
    const kinds = readCrds([crd({}, { versions })], options).model.kinds.map(({ kind, version }) =>
      `${version} ${kind}`
    );
    expect(kinds).toEqual(["v1 Shop", "v1 ShopList"]);
  });

  test("gives a nested object another name where a kind has it", () => {
    const clash = crd({
      type: "object",
      properties: { spec: { type: "object", properties: { a: { type: "string" } } } },
    });
    const other = crd({ type: "object" }, { names: { kind: "ShopSpec", plural: "shopspecs" } });
    const names = Object.keys(readCrds([clash, other], options).model.definitions);
    expect(names).toContain("io.example.v1.ShopSpec");
    expect(names).toContain("io.example.v1.ShopSpec2");
    expect(readCrds([clash, other], options).model.definitions["io.example.v1.ShopSpec"]?.gvks).toHaveLength(1);
  });

  test("looks into lists, and skips what is not a CustomResourceDefinition", () => {
    const list = { kind: "List", items: [crd(schema), { kind: "ConfigMap" }] };
    const result = readCrds([list, null], options);
    expect(result.model.kinds).toHaveLength(2);
    expect(result.diagnostics).toMatchObject([
      { code: "NOT_A_CRD", message: expect.stringContaining('found "ConfigMap"') },
      { code: "NOT_A_CRD", message: expect.stringContaining("found object") },
    ]);
  });

  test("refuses a resource that is defined twice, and names both places", () => {
    const given = [crd(schema), crd(schema)];
    expect(() => readCrds(given, { ...options, documentNames: ["a.yaml", "b.yaml"] })).toThrow(
      'Cannot read CustomResourceDefinition "shops.example.io" of "b.yaml": "a.yaml" defines it too',
    );
  });

  test.each([
    ["v1beta1", { ...crd({}), apiVersion: "apiextensions.k8s.io/v1beta1" }, "apiextensions.k8s.io/v1beta1"],
    ["no names", { ...crd({}), spec: {} }, "expected spec.names"],
    ["no group", crd({}, { group: "" }), "spec.group"],
    ["no versions", crd({}, { versions: [] }), "spec.versions"],
    ["no schema", crd({}, { versions: [{ name: "v1", ...marks }] }), "spec.versions[0].schema.openAPIV3Schema"],
    [
      "a missing end",
      crd({}, { versions: [{ name: "v1", schema: {} }] }),
      "true or false at spec.versions[0].served",
    ],
    ["a group that is a path", crd({}, { group: "../etc" }), 'a DNS subdomain at spec.group, found "../etc"'],
    ["a kind that is code", crd({}, { names: { kind: "A {}", plural: "as" } }), "a kind at spec.names.kind"],
    [
      "a version that is a path",
      crd({}, { versions: [{ name: "../v1", ...marks, schema: { openAPIV3Schema: {} } }] }),
      "a DNS label at spec.versions[0].name",
    ],
  ])("refuses a definition with %s", (_name, given, want) => {
    expect(() => readCrds([given], options)).toThrow(CrdSyntaxError);
    expect(() => readCrds([given], options)).toThrow(want);
  });
});
