import { describe, expect, test } from "vitest";
import { createValidator, InvalidCrdError } from "./mod.ts";
import { crdOf, faultsIn, judge, shopOf } from "./testing/crd-of.ts";

const anything = { type: "object", "x-kubernetes-preserve-unknown-fields": true };
const object = (properties: object, more: object = {}): object => ({ type: "object", properties, ...more });

describe("createValidator() throws an InvalidCrdError that says where for", () => {
  const wrong = (schema: unknown): unknown => crdOf(schema);
  test.each<{ readonly name: string; readonly given: unknown; readonly want: string }>([
    { name: "null", given: null, want: "Cannot read the CustomResourceDefinition: must be an object" },
    { name: "another kind", given: { apiVersion: "v1", kind: "Pod" }, want: 'kind must be "CustomResourceDefinition"' },
    {
      name: "v1beta1",
      given: { ...crdOf(anything), apiVersion: "apiextensions.k8s.io/v1beta1" },
      want: 'CustomResourceDefinition "shops.example.com": apiVersion must be "apiextensions.k8s.io/v1"',
    },
    { name: "no spec", given: { ...crdOf(anything), spec: null }, want: "spec is required" },
    {
      name: "no version that is served",
      given: crdOf(anything, { version: { served: false } }),
      want: "spec.versions must have a version that is served",
    },
    { name: "no schema", given: crdOf(anything, { version: { schema: {} } }), want: "openAPIV3Schema is required" },
    { name: "another scope", given: crdOf(anything, { spec: { scope: "All" } }), want: "spec.scope must be" },
    {
      name: "a field without a type",
      given: wrong(object({ a: {} })),
      want: 'spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[a] must have a "type"',
    },
    { name: "a list without items", given: wrong({ type: "array" }), want: "items is required for a list" },
    { name: "an unknown type", given: wrong({ type: "text" }), want: "type must be a type of JSON" },
    {
      name: "uniqueItems",
      given: wrong({ type: "array", items: { type: "string" }, uniqueItems: true }),
      want: "uniqueItems",
    },
    { name: "a reference", given: wrong({ $ref: "#/a" }), want: "$ref is not allowed" },
    {
      name: "a type inside anyOf",
      given: wrong({ type: "string", anyOf: [{ type: "string" }] }),
      want: "anyOf[0].type is not allowed inside",
    },
    {
      name: "properties next to additionalProperties",
      given: wrong({ type: "object", properties: { a: { type: "string" } }, additionalProperties: { type: "string" } }),
      want: 'must be absent when "properties" is set',
    },
    {
      name: "a list of type map without keys",
      given: wrong({ type: "array", items: { type: "object" }, "x-kubernetes-list-type": "map" }),
      want: "x-kubernetes-list-map-keys is required",
    },
    {
      name: "control characters in a name",
      given: { ...crdOf(anything, { spec: { scope: "" } }), metadata: { name: "a\u001b[31m" } },
      want: '"a [31m"',
    },
  ])("$name", ({ given, want }) => {
    expect(() => createValidator(given)).toThrow(InvalidCrdError);
    expect(() => createValidator(given)).toThrow(want);
  });

  test("a value that contains itself", () => {
    const crd: { spec?: unknown } = {};
    crd.spec = crd;
    expect(() => createValidator(crd)).toThrow("contains itself");
  });
});

describe("createValidator() tells", () => {
  test("the kinds that it answers, and versions that are not served", () => {
    const { schema } = crdOf(anything).spec.versions[0] ?? {};
    const versions = [
      { name: "v1", served: true, storage: true, schema },
      { name: "v1beta1", served: true, deprecated: true, schema },
      { name: "v1alpha1", served: false },
    ];
    const validator = createValidator(crdOf(anything, { spec: { versions, scope: "Cluster" } }));
    expect(validator.kinds).toEqual([
      { apiVersion: "example.com/v1", kind: "Shop", scope: "Cluster" },
      { apiVersion: "example.com/v1beta1", kind: "Shop", scope: "Cluster" },
    ]);
    const old = validator.validate({ ...shopOf({}), apiVersion: "example.com/v1beta1" });
    expect(old).toMatchObject({
      status: "valid",
      warnings: [{ type: "Deprecated", message: "example.com/v1beta1 Shop is deprecated" }],
    });
    const unserved = validator.validate({ ...shopOf({}), apiVersion: "example.com/v1alpha1" });
    expect(unserved.issues).toMatchObject([{ type: "NotSupported", fieldPath: "apiVersion" }]);
    expect(unserved.issues[0]?.message).toBe(
      '"example.com/v1alpha1" is defined, but not served; use "example.com/v1" or "example.com/v1beta1"',
    );
  });

  test.each<{ readonly value: unknown; readonly want: readonly string[] }>([
    { value: null, want: ["TypeInvalid "] },
    { value: [], want: ["TypeInvalid "] },
    { value: {}, want: ["Required apiVersion", "Required kind"] },
    { value: { apiVersion: "v1", kind: 1 }, want: ["NotSupported apiVersion", "TypeInvalid kind"] },
    {
      value: { ...shopOf({}), metadata: { name: "A_b", labels: { "-": "" } } },
      want: ["Invalid metadata.name", "Invalid metadata.labels"],
    },
    { value: { ...shopOf({}), metadata: { name: "a", finalizers: ["x"] } }, want: [] },
    { value: { ...shopOf({}), metadata: { name: 1 } }, want: ["TypeInvalid metadata.name"] },
    { value: { ...shopOf({}), metadata: { name: "a", nam: "" } }, want: ["Unknown metadata.nam"] },
    { value: { ...shopOf({}), metadata: {} }, want: ["Required metadata.name"] },
    { value: { ...shopOf({}), extra: 1 }, want: ["Unknown extra"] },
    { value: shopOf({ a: Number.NaN }), want: ["TypeInvalid spec.a"] },
    { value: shopOf({ a: 1n }), want: ["TypeInvalid spec.a"] },
    { value: shopOf({ a: undefined }), want: [] },
  ])("what is wrong with an object such as $value", ({ value, want }) => {
    expect(faultsIn(createValidator(crdOf(anything)).validate(value))).toEqual(want);
  });
});

describe("validate()", () => {
  const schema = object({
    mode: { type: "string", enum: ["Open", "Closed"], default: "Open" },
    size: { type: "integer", nullable: true },
    note: { type: "string" },
    tags: { type: "array", items: { type: "string" }, "x-kubernetes-list-type": "set" },
    ports: {
      type: "array",
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["port", "protocol"],
      items: object({ port: { type: "integer" }, protocol: { type: "string", default: "TCP" } }, {
        required: ["port"],
      }),
    },
    labels: { type: "object", additionalProperties: { type: "string", maxLength: 2 } },
    choice: object({ a: { type: "string" }, b: { type: "string" } }, {
      oneOf: [{ required: ["a"] }, { required: ["b"] }],
    }),
    template: { type: "object", "x-kubernetes-embedded-resource": true, "x-kubernetes-preserve-unknown-fields": true },
  }, { required: ["mode"] });

  test.each<{ readonly name: string; readonly spec: unknown; readonly want: readonly string[] }>([
    { name: "a default for a required field", spec: {}, want: [] },
    { name: "a default for null", spec: { mode: null }, want: [] },
    { name: "null where it is taken, and where it is as absent", spec: { size: null, note: null }, want: [] },
    { name: "an unknown field", spec: { mdoe: "Open" }, want: ["Unknown spec.mdoe"] },
    { name: "an item twice", spec: { tags: ["a", "b", "a"] }, want: ["Duplicate spec.tags[2]"] },
    {
      name: "keys that are the same by default",
      spec: { ports: [{ port: 1 }, { port: 1, protocol: "TCP" }] },
      want: ["Duplicate spec.ports[1]"],
    },
    { name: "a value of a map", spec: { labels: { "a.b": "abc" } }, want: ["TooLong spec.labels[a.b]"] },
    { name: "another type, which fits no alternative either", spec: { choice: 1 }, want: ["TypeInvalid spec.choice"] },
    { name: "no alternative", spec: { choice: {} }, want: ["Invalid spec.choice"] },
    { name: "two alternatives", spec: { choice: { a: "", b: "" } }, want: ["Invalid spec.choice"] },
    {
      name: "an embedded object",
      spec: { template: { kind: "A b", metadata: { labels: { "-": "" } } } },
      want: [
        "Required spec.template.apiVersion",
        "Invalid spec.template.kind",
        "Invalid spec.template.metadata.labels",
      ],
    },
  ])("judges $name", ({ spec, want }) => {
    expect(faultsIn(judge(schema, spec))).toEqual(want);
  });

  test("says what is near: a field, a value, and what an alternative lacks", () => {
    const { issues } = judge(schema, { mdoe: "x", choice: {}, mode: "open" });
    expect(issues.map(({ suggestion, message }) => suggestion ?? message)).toEqual([
      'did you mean "mode"?',
      "fits none of the alternatives; must fit exactly one (oneOf); of the nearest one, spec.choice.a must be set",
      'did you mean "Open"?',
    ]);
  });

  test("runs patterns as Go does, in linear time, and says which it cannot run", () => {
    const pattern = (source: string): object => object({ a: { type: "string", pattern: source } });
    expect(faultsIn(judge(pattern("(?i)^[[:alpha:]]+\\z"), { a: "aBc" }))).toEqual([]);
    expect(faultsIn(judge(pattern("^(a+)+$"), { a: `${"a".repeat(100_000)}b` }))).toEqual(["Invalid spec.a"]);
    const { status, notChecked } = judge(pattern("(?=a)"), { a: "b" });
    expect({ status, notChecked }).toMatchObject({
      status: "valid",
      notChecked: [{ fieldPath: "spec.a", rule: "pattern (?=a)" }],
    });
  });

  test("leaves out the status on a write of the object, and judges it on one of the status", () => {
    const crd = crdOf(anything, {
      version: {
        subresources: { status: {} },
        schema: { openAPIV3Schema: object({ spec: anything, status: object({ phase: { type: "string" } }) }) },
      },
    });
    const { validate } = createValidator(crd);
    const shop = { ...shopOf({}), status: { phase: 1 } };
    expect(faultsIn(validate(shop))).toEqual([]);
    expect(faultsIn(validate(shop, { subresource: "status" }))).toEqual(["TypeInvalid status.phase"]);
  });

  test("does not fault what an update leaves as it was, since Kubernetes 1.30", () => {
    const narrow = object({ note: { type: "string", maxLength: 1 }, other: { type: "string" } });
    const oldValue = shopOf({ note: "long", other: "a" });
    const updated = { note: "long", other: "b" };
    expect(faultsIn(judge(narrow, updated, { oldValue }))).toEqual([]);
    expect(faultsIn(judge(narrow, { note: "longer" }, { oldValue }))).toEqual(["TooLong spec.note"]);
    expect(faultsIn(judge(narrow, updated, { oldValue, kubernetesVersion: "1.29" }))).toEqual(["TooLong spec.note"]);
  });

  test("leaves the prototype alone", () => {
    const given = JSON.parse('{"__proto__": {"a": 1}, "constructor": {"prototype": {"a": 1}}}');
    expect(faultsIn(judge(anything, given))).toEqual([]);
    expect(faultsIn(judge(object({}), given))).toEqual(["Unknown spec.__proto__", "Unknown spec.constructor"]);
    expect(Object.hasOwn(Object.prototype, "a")).toBe(false);
  });
});
