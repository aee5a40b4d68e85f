import fc from "fast-check";
import { expect, test } from "vitest";
import { createValidator } from "./mod.ts";
import { crdOf, shopOf } from "./testing/crd-of.ts";

const leaf = { type: "string", minLength: 1, pattern: "^[a-z]*$", format: "date-time", nullable: true };
const schemas: readonly object[] = [
  {
    type: "object",
    required: ["a"],
    properties: {
      a: { type: "integer", maximum: 5, default: 3 },
      b: { type: "array", items: leaf, "x-kubernetes-list-type": "set", maxItems: 2 },
      c: { "x-kubernetes-int-or-string": true, anyOf: [{ type: "integer" }, { type: "string" }] },
    },
    oneOf: [{ required: ["a"] }, { required: ["b"] }],
    "x-kubernetes-validations": [{ rule: "self.a > 1 && (!has(self.b) || self.b.all(x, x != null))" }],
  },
  {
    type: "object",
    additionalProperties: {
      type: "array",
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["a"],
      items: {
        type: "object",
        properties: { a: { type: "string", default: "x" }, b: { type: "number", nullable: true } },
      },
    },
    "x-kubernetes-validations": [{ rule: "self.all(k, self[k].exists(i, i.a == k) || self == oldSelf)" }],
  },
  {
    type: "object",
    "x-kubernetes-embedded-resource": true,
    "x-kubernetes-preserve-unknown-fields": true,
    properties: { a: leaf },
  },
];

/** JSON whose fields the schemas know, most often. */
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, 1, 1.5, "", "a", "abc", true, -0, 1e300),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "kind", "apiVersion", "metadata", "name", "__proto__"), tie("value")),
  ),
}));

test.each(schemas.map((schema, index) => ({ schema, index })))(
  "validate() neither throws nor changes its input, and answers alike, for any JSON (schema $index)",
  ({ schema }) => {
    const { validate } = createValidator(crdOf(schema));
    const check = (spec: unknown, old: unknown): void => {
      const [object, oldValue] = [shopOf(spec), shopOf(old)];
      const before = JSON.stringify([object, oldValue]);
      const result = validate(object, { oldValue });
      expect(JSON.stringify([object, oldValue])).toBe(before);
      expect(result.status === "valid").toBe(result.issues.length === 0);
      expect(validate(object, { oldValue })).toEqual(result);
    };
    fc.assert(fc.property(json, json, check), { numRuns: 300 });
  },
);

test("validate() does not throw for any JSON in the place of the object", () => {
  const { validate } = createValidator(crdOf(schemas[0]));
  fc.assert(fc.property(json, (value) => void validate(value, { oldValue: value })), { numRuns: 200 });
});
