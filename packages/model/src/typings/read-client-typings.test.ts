import { describe, expect, test } from "vitest";
import type { ClientTypingsFacts } from "./client-typings-facts.ts";
import { readClientTypings } from "./read-client-typings.ts";

const options = { kubernetesVersion: "v1.36", name: "client", sha256: "ab" };

const facts: ClientTypingsFacts = {
  packages: {
    "io.example.shop.v1": {
      group: "example.io",
      version: "v1",
      kinds: { Shop: { plural: "shops", isNamespaced: true } },
      others: ["Shelf"],
    },
  },
  inlined: { "io.example.Quantity": { schema: { type: "string" }, fields: ["io.example.shop.v1.Shelf.sizes"] } },
};

const declaration = `/**
* Shop sells \\"things\\".
*/
export declare class ShopV1Shop {
    /**
    * Shelves of the shop *_/ all of them.
    */
    'shelves': Array<V1Shelf>;
    '_continue'?: boolean;
    static readonly discriminator: string | undefined;
}
`;

function code(name: string, attributes: readonly object[]): string {
  return `export class ${name} {}\n${name}.attributeTypeMap = ${JSON.stringify(attributes, null, 4)};\n`;
}

const files = new Map([
  ["ShopV1Shop.d.ts", declaration],
  [
    "ShopV1Shop.js",
    code("ShopV1Shop", [
      { name: "shelves", baseName: "shelves", type: "Array<V1Shelf>", format: "" },
      { name: "_continue", baseName: "continue", type: "boolean", format: "" },
    ]),
  ],
  [
    "V1Shelf.d.ts",
    "export declare class V1Shelf {\n    'sizes'?: { [key: string]: string; };\n    'count'?: number;\n}\n",
  ],
  [
    "V1Shelf.js",
    code("V1Shelf", [
      { name: "sizes", baseName: "sizes", type: "{ [key: string]: string; }", format: "" },
      { name: "count", baseName: "count", type: "number", format: "int64" },
    ]),
  ],
]);

describe("readClientTypings()", () => {
  const { model, diagnostics } = readClientTypings(files, facts, options);

  test("reads fields by their JSON names, with required marks and unescaped texts", () => {
    expect(model.definitions["io.example.shop.v1.Shop"]).toEqual({
      name: "io.example.shop.v1.Shop",
      description: 'Shop sells "things".',
      gvks: [{ group: "example.io", version: "v1", kind: "Shop" }],
      schema: {
        type: "object",
        fields: [
          {
            name: "shelves",
            description: "Shelves of the shop */ all of them.",
            isRequired: true,
            schema: { type: "list", items: { type: "ref", definition: "io.example.shop.v1.Shelf" } },
          },
          { name: "continue", isRequired: false, schema: { type: "boolean" } },
        ],
      },
    });
  });

  test("restores the references that the client inlines", () => {
    expect(model.definitions["io.example.shop.v1.Shelf"]?.schema).toMatchObject({
      fields: [
        { name: "sizes", schema: { type: "map", values: { type: "ref", definition: "io.example.Quantity" } } },
        { name: "count", schema: { type: "integer", format: "int64" } },
      ],
    });
  });

  test("finds the kinds, and reports what the typings lack", () => {
    expect(model.kinds).toEqual([{
      group: "example.io",
      version: "v1",
      kind: "Shop",
      definition: "io.example.shop.v1.Shop",
      plural: "shops",
      isNamespaced: true,
    }]);
    expect(diagnostics).toMatchObject([{ code: "TYPINGS_INCOMPLETE", severity: "info" }]);
  });

  test("names a class that is missing or has another form", () => {
    expect(() => readClientTypings(new Map(), facts, options)).toThrow("io.example.shop.v1.Shop");
    const broken = new Map([...files, ["V1Shelf.js", "export class V1Shelf {}"]]);
    expect(() => readClientTypings(broken, facts, options)).toThrow('Cannot read class "V1Shelf"');
  });
});
