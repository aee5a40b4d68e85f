import { describe, expect, test } from "vitest";
import type { PageField, PageType } from "../page/page.ts";
import { seedType } from "./seed-type.ts";

const stringType: PageType = { type: "string" };
const namedType: PageType = { type: "named", name: "Time", definition: "x.Time", base: stringType };
const objectType: PageType = { type: "named", name: "Spec", definition: "x.Spec", base: { type: "object" } };

describe("seedType()", () => {
  test.each([
    { given: stringType, optional: "`string` \\| `null`", required: "`string`", aliased: "`undefined` \\| `string`" },
    {
      given: namedType,
      optional: "`undefined` \\| `string`",
      required: "`string`",
      aliased: "`undefined` \\| `string`",
    },
    {
      given: { type: "boolean" } as const,
      optional: "`undefined` \\| `false` \\| `true`",
      required: "`boolean`",
      aliased: "`undefined` \\| `false` \\| `true`",
    },
    {
      given: { type: "integer", format: "int32" } as const,
      optional: "`undefined` \\| `number`",
      required: "`number`",
      aliased: "`undefined` \\| `number`",
    },
    {
      given: { type: "int-or-string" } as const,
      optional: "`string` \\| `number`",
      required: "`string` \\| `number`",
      aliased: "`string` \\| `number`",
    },
    { given: { type: "any" } as const, optional: "`any`", required: "`any`", aliased: "`any`" },
    {
      given: objectType,
      optional: "`undefined` \\| `object`",
      required: "`object`",
      aliased: "`undefined` \\| `object`",
    },
    {
      given: { type: "map", values: stringType } as const,
      optional: "`undefined` \\| `object`",
      required: "`object`",
      aliased: "`undefined` \\| `object`",
    },
    {
      given: { type: "list", items: stringType } as const,
      optional: "(`null` \\| `string`)[]",
      required: "(`null` \\| `string`)[]",
      aliased: "`string`[]",
    },
    {
      given: { type: "list", items: objectType } as const,
      optional: "`object`[]",
      required: "`object`[]",
      aliased: "`object`[]",
    },
    {
      given: { type: "list", items: { type: "list", items: namedType } } as const,
      optional: "`string`[][]",
      required: "`string`[][]",
      aliased: "`string`[][]",
    },
  ])("prints $given as the original did", ({ given, optional, required, aliased }) => {
    expect(seedType(field(given, false), false).text).toBe(optional);
    expect(seedType(field(given, true), false).text).toBe(required);
    expect(seedType(field(given, false), true).text).toBe(aliased);
  });

  test("declares the values of a required object", () => {
    expect(seedType(field(objectType, true), false).declaredValues).toBe("`any`");
    expect(seedType(field({ type: "map", values: stringType }, true), false).declaredValues).toBe("`string`");
    expect(seedType(field(objectType, false), false).declaredValues).toBeUndefined();
  });
});

function field(type: PageType, isRequired: boolean): PageField {
  return { id: "f", path: ["f"], name: "f", isRequired, type, fields: [] };
}
