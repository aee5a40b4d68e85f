import type { Definition, Schema, SchemaModel } from "@kubeschema/model";
import { describe, expect, test } from "vitest";
import { emitVersionedValidators } from "./emit-versioned-validators.ts";

const options = {
  rules: { "example.io/v1/Shop": { module: "../rules/shop.ts", export: "checkShop", decidesRequired: true } },
  otherRules: { module: "../rules/any.ts", export: "checkAny", decidesRequired: false },
  lifecycles: { "example.io/v1beta1/Shop": { removed: "1.30", replacement: "example.io/v1/Shop" } },
  objectTypes: "@example/types",
  runtime: "../runtime/mod.ts",
  types: "../mod.ts",
};
const newest = modelOf("v1.36", { price: "integer", parts: "boolean" });
const same = modelOf("v1.35", { price: "integer", parts: "boolean" });
const other = modelOf("v1.33", { price: "string", parts: "boolean" });

describe("emitVersionedValidators()", () => {
  test("writes the first version at the top, the others in folders, and what they share once", () => {
    expect(emitVersionedValidators([newest, same, other], options).map(({ path }) => path)).toEqual([
      "definitions/common.js",
      "definitions/core-v1.js",
      "definitions/example.io-v1.js",
      "definitions/v1.33/common.js",
      "definitions/v1.33/core-v1.js",
      "definitions/v1.33/example.io-v1.js",
      "example.io/v1.d.ts",
      "example.io/v1.js",
      "registry.d.ts",
      "registry.js",
      "v1.33/example.io/v1.d.ts",
      "v1.33/example.io/v1.js",
      "v1.33/v1.d.ts",
      "v1.33/v1.js",
      "v1.35/example.io/v1.d.ts",
      "v1.35/example.io/v1.js",
      "v1.35/v1.d.ts",
      "v1.35/v1.js",
      "v1.d.ts",
      "v1.js",
    ]);
  });

  test("distinguishes definitions that only refer to different ones, and finds equal ones in cycles", () => {
    const text = textOf("definitions/v1.33/common.js", [newest, other]);
    // Item holds Price, which differs; Part refers to itself and to nothing else.
    expect(text).toContain("function example_v1_Item(data)");
    expect(text).not.toContain("function example_v1_Part(data)");
    expect(text).toContain('import { example_v1_Part } from "../../definitions/common.js";');
  });

  test("names the version only in the kinds of other versions, and uses the rules of each kind", () => {
    const first = textOf("example.io/v1.js", [newest, other]);
    expect(first).toContain('import { example_v1_Shop } from "../definitions/example.io-v1.js";');
    expect(first).toContain("rules: checkShop, rulesDecide: true, isRecursive: true }");
    const second = textOf("v1.33/example.io/v1.js", [newest, other]);
    expect(second).toContain('import { checkShop } from "../../../rules/shop.ts";');
    expect(second).toContain('rulesDecide: true, isRecursive: true, version: "v1.33" }');
    expect(textOf("v1.js", [newest])).toContain("isNamespaced: true, rules: checkAny, isRecursive: true }");
  });

  test("declares guards with the types of their version", () => {
    expect(textOf("v1.33/example.io/v1.d.ts", [newest, other])).toContain(
      'import type { Shop } from "@example/types/v1.33/example.io/v1";',
    );
    expect(textOf("example.io/v1.d.ts", [newest])).toContain("value is Shop;");
  });

  test("registers the modules of every version, and lifecycles", () => {
    const text = textOf("registry.js", [newest, other]);
    expect(text).toContain('"example.io/v1": () => import("./v1.33/example.io/v1.js"),');
    expect(text).toContain('"example.io/v1beta1/Shop": {"removed":"1.30","replacement":"example.io/v1/Shop"}');
  });

  test("gives the same bytes twice", () => {
    expect(emitVersionedValidators([newest, other], options)).toEqual(
      emitVersionedValidators([newest, other], options),
    );
  });

  test("refuses a reference to a missing definition", () => {
    const { definitions } = newest;
    const { "io.k8s.api.example.v1.Part": _part, ...rest } = definitions;
    expect(() => emitVersionedValidators([{ ...newest, definitions: rest }], options)).toThrow(RangeError);
  });
});

function textOf(path: string, models: readonly SchemaModel[]): string {
  return emitVersionedValidators(models, options).find((file) => file.path === path)?.text ?? "";
}

/** Two kinds that hold an item, which has a price and a part; a part holds parts. */
function modelOf(
  version: string,
  types: { readonly price: "integer" | "string"; readonly parts: "boolean" },
): SchemaModel {
  const ref = (name: string): Schema => ({ type: "ref", definition: `io.k8s.api.example.v1.${name}` });
  const define = (name: string, fields: Readonly<Record<string, Schema>>): Definition => ({
    name: `io.k8s.api.example.v1.${name}`,
    gvks: [],
    schema: {
      type: "object",
      fields: Object.entries(fields).map(([field, schema]) => ({ name: field, isRequired: false, schema })),
    },
  });
  const definitions = [
    define("Price", { amount: { type: types.price } }),
    define("Part", { part: ref("Part"), isNew: { type: types.parts } }),
    define("Item", { price: ref("Price"), parts: { type: "list", items: ref("Part") } }),
    define("Shop", { item: ref("Item") }),
    define("Stall", { item: ref("Item") }),
  ];
  return {
    kubernetesVersion: version,
    source: { format: "openapi-v2", name: version, sha256: "ab12" },
    definitions: Object.fromEntries(definitions.map((one) => [one.name, one])),
    kinds: [
      { group: "", version: "v1", kind: "Stall", definition: "io.k8s.api.example.v1.Stall", isNamespaced: true },
      {
        group: "example.io",
        version: "v1",
        kind: "Shop",
        definition: "io.k8s.api.example.v1.Shop",
        isNamespaced: true,
      },
    ],
  };
}
