import { cpuUsage } from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validateCustomResourceDefinition } from "../gen/apiextensions.k8s.io/v1.js";
import { validateDeployment } from "../gen/apps/v1.js";
import { validateConfigMap, validateSecret } from "../gen/v1.js";
import { validateIngress } from "../gen/networking.k8s.io/v1.js";
import type { ValidationIssue } from "../validation-issue.ts";
import { deepest } from "./nesting-problem.ts";

const lines = (issues: readonly ValidationIssue[]): readonly string[] =>
  issues.map((issue) => `${issue.fieldPath} ${issue.type}`);
const ingress = (rest: object): object => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "a" },
  spec: { rules: [{}] },
  ...rest,
});
const configMap = (rest: object): object => ({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, ...rest });
const crd = (schema: unknown): object => ({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "as.b" },
  spec: {
    group: "b",
    scope: "Namespaced",
    names: { plural: "as", kind: "A" },
    versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: schema } }],
  },
});

describe("checkKind()", () => {
  test.each([
    { name: "text", given: "text", message: 'Expected an object, found the string "text"' },
    { name: "a list", given: [], message: "Expected an object, found a list" },
    { name: "null", given: null, message: "Expected an object, found null" },
    { name: "nothing", given: undefined, message: "Expected an object, found undefined" },
  ])("takes $name for no object", ({ given, message }) => {
    expect(validateIngress(given)).toEqual([{ type: "TypeInvalid", fieldPath: "", message, value: given }]);
  });

  test.each([
    { name: "another kind", rest: { kind: "Service", spec: 5 }, want: ["kind NotSupported"] },
    { name: "another version", rest: { apiVersion: "extensions/v1beta1", spec: 5 }, want: ["apiVersion NotSupported"] },
    {
      name: "no apiVersion and kind",
      rest: { apiVersion: undefined, kind: "" },
      want: ["apiVersion Required", "kind Required"],
    },
    { name: "a kind of null beside a fault", rest: { kind: null, spec: {} }, want: ["kind Required", "spec Invalid"] },
    { name: "a kind that is a number", rest: { kind: 1, spec: {} }, want: ["kind TypeInvalid"] },
  ])("sees $name", ({ rest, want }) => {
    expect(lines(validateIngress(ingress(rest)))).toEqual(want);
  });

  test("names the apiVersion that is allowed", () => {
    expect(validateIngress(ingress({ apiVersion: "extensions/v1beta1" }))).toEqual([{
      type: "NotSupported",
      fieldPath: "apiVersion",
      message: '"extensions/v1beta1" is another apiVersion: expected "networking.k8s.io/v1"',
      value: "extensions/v1beta1",
      allowed: ["networking.k8s.io/v1"],
    }]);
  });

  test("asks the rules only where every type is right", () => {
    const spec = { rules: [{ host: 1 }, { host: "A" }] };
    expect(validateIngress(ingress({ spec }))).toEqual([{
      type: "TypeInvalid",
      fieldPath: "spec.rules[0].host",
      message: "Expected a string, found the number 1",
      value: 1,
    }]);
  });

  test("reports unknown fields beside what the rules find", () => {
    const spec = { rulez: [], rules: [{ host: "A", hots: 1 }] };
    expect(lines(validateIngress(ingress({ spec, extra: null })))).toEqual([
      "spec.rules[0].hots Unknown",
      "spec.rulez Unknown",
      "extra Unknown",
      "spec.rules[0].host Invalid",
    ]);
  });

  test("leaves what is required to complete rules, and reports it where there are none", () => {
    const status = { loadBalancer: { ingress: [{ ports: [{ error: "x" }] }] } };
    expect(validateIngress(ingress({ status }))).toEqual([]);
    const deployment = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "a" }, spec: { selector: null } };
    expect(validateDeployment(deployment)).toEqual([{
      type: "Required",
      fieldPath: "spec.template",
      message: 'Field "template" is required',
      value: undefined,
    }]);
  });

  test("takes null for every field, list item and map value", () => {
    const spec = { rules: [null, { http: null, host: null }], tls: [null, { hosts: null }], defaultBackend: null };
    const metadata = {
      name: "a",
      labels: { a: null },
      annotations: null,
      ownerReferences: null,
      creationTimestamp: null,
    };
    expect(validateIngress(ingress({ spec, metadata, status: null }))).toEqual([]);
    expect(validateConfigMap(configMap({ data: { a: null }, immutable: null }))).toEqual([]);
  });

  test.each(["a.b", "a/b", "a~b", "~1", "", "']", "a']['b", "[0]", "0", "__proto__", "constructor", "toString"])(
    "finds the value at the key %j of a map",
    (key) => {
      const data = Object.fromEntries([[key, 5]]);
      expect(validateConfigMap(configMap({ data }))).toEqual([{
        type: "TypeInvalid",
        fieldPath: `data[${key}]`,
        message: "Expected a string, found the number 5",
        value: 5,
      }]);
    },
  );

  test("tells keys apart that look like paths", () => {
    const data = { a: { b: 1 }, "a']['b": 2, "a/b": 3 };
    const issues = validateConfigMap(configMap({ data }));
    expect(issues.map(({ fieldPath, value }) => [fieldPath, value])).toEqual([
      ["data[a]", { b: 1 }],
      ["data[a']['b]", 2],
      ["data[a/b]", 3],
    ]);
  });

  test("reports a field called __proto__ and reads nothing from it", () => {
    const hostile = JSON.parse('{"apiVersion":"v1","kind":"ConfigMap","__proto__":{"data":{"a":1}},"constructor":1}');
    expect(validateConfigMap(hostile)).toEqual([
      { type: "Unknown", fieldPath: "__proto__", message: 'Unknown field "__proto__"', value: { data: { a: 1 } } },
      { type: "Unknown", fieldPath: "constructor", message: 'Unknown field "constructor"', value: 1 },
    ]);
    expect(Object.prototype).not.toHaveProperty("data");
  });

  test("checks what the API server decodes itself", () => {
    const data = { good: "YQ==", bad: "%" };
    const issues = validateSecret({ apiVersion: "v1", kind: "Secret", metadata: { creationTimestamp: "now" }, data });
    expect(issues.map(({ fieldPath, message }) => `${fieldPath}: ${message}`)).toEqual([
      'data[bad]: Expected base64 text, found the string "%"',
      'metadata.creationTimestamp: Expected an RFC 3339 time such as "2006-01-02T15:04:05Z", found the string "now"',
    ]);
  });

  test("refuses a kubernetesVersion that is none", () => {
    for (const kubernetesVersion of ["", "1", "latest", "1.x", "1.20\n", "v1.20.", "99999.1"]) {
      expect(() => validateIngress({}, { kubernetesVersion })).toThrow(RangeError);
    }
    for (const kubernetesVersion of ["1.20", "v1.36", "v1.30.2", "1.31.0-rc.1+k3s1"]) {
      expect(() => validateIngress({}, { kubernetesVersion })).not.toThrow();
    }
  });
});

describe("a kind that nests without bound", () => {
  test("is followed through its own definition", () => {
    const schema = { properties: { a: { not: { items: 1, allOf: [{ type: 1, tpye: "" }] } } } };
    const at = "spec.versions[0].schema.openAPIV3Schema.properties[a].not.allOf[0]";
    expect(lines(validateCustomResourceDefinition(crd(schema)))).toEqual([
      `${at}.type TypeInvalid`,
      `${at}.tpye Unknown`,
    ]);
  });

  test("is refused where it contains itself", () => {
    const schema: Record<string, unknown> = { type: "object" };
    schema.not = schema;
    schema.properties = { a: schema, b: { not: schema } };
    expect(validateCustomResourceDefinition(crd(schema)).map((issue) => issue.message)).toEqual([
      "The object contains itself",
    ]);
  });

  test("is followed to the depth that is promised, and refused below", () => {
    const nested = (depth: number): object => {
      let schema: object = { type: 1 };
      for (let level = 0; level < depth; level++) schema = { not: schema };
      return crd(schema);
    };
    // The object itself, spec, versions, its item, schema and openAPIV3Schema come first.
    expect(lines(validateCustomResourceDefinition(nested(deepest - 7)))[0]).toMatch(/(\.not)+\.type TypeInvalid$/);
    for (const depth of [deepest - 4, 10_000]) {
      expect(validateCustomResourceDefinition(nested(depth))[0]?.message).toMatch(/nested more than 256 levels deep/);
    }
  });

  test("is refused where aliases make it huge", () => {
    let schema: object = { type: "string" };
    for (let level = 0; level < 60; level++) schema = { properties: { a: schema, b: schema } };
    const start = cpuUsage();
    expect(validateCustomResourceDefinition(crd(schema))[0]?.message).toMatch(/is larger than 3145728 bytes/);
    expect(cpuUsage(start).user / 1000).toBeLessThan(500);
  });
});

describe("laws", () => {
  const json = fc.jsonValue({ maxDepth: 6 });
  const spec = fc.record({
    rules: fc.oneof(
      json,
      fc.array(fc.oneof(json, fc.record({ host: json, http: fc.oneof(json, fc.record({ paths: fc.array(json) })) }))),
    ),
    tls: fc.oneof(json, fc.array(fc.record({ hosts: json, secretName: json }))),
    defaultBackend: fc.oneof(json, fc.record({ service: json, resource: json })),
  }, { requiredKeys: [] });
  const anything = fc.oneof(
    json,
    fc.record({ metadata: json, spec: fc.oneof(json, spec), status: json }, { requiredKeys: [] }).map(ingress),
    fc.record({ metadata: fc.dictionary(fc.string(), json), data: fc.dictionary(fc.string(), json) }).map(configMap),
    json.map(crd),
  );

  test("a validator never throws, never changes its input, and says the same twice", () => {
    fc.assert(
      fc.property(anything, (value) => {
        const before = JSON.stringify(value);
        for (const validate of [validateIngress, validateConfigMap, validateCustomResourceDefinition]) {
          const issues = validate(value);
          expect(validate(value)).toEqual(issues);
          for (const issue of issues) expect(issue.message.length).toBeLessThan(400);
        }
        return JSON.stringify(value) === before;
      }),
      { numRuns: 500, seed: 20 },
    );
  });

  test("a frozen object can be checked", () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    fc.assert(fc.property(anything, (value) => void validateIngress(freeze(value))), { numRuns: 200, seed: 21 });
  });

  test("100,000 faults take linear time", () => {
    const start = cpuUsage();
    const rules = Array.from({ length: 100_000 }, () => ({ host: 1 }));
    expect(validateIngress(ingress({ spec: { rules } }))).toHaveLength(100_000);
    const hosts = Array.from({ length: 100_000 }, () => "A");
    expect(validateIngress(ingress({ spec: { rules: [{}], tls: [{ hosts }] } }))).toHaveLength(100_000);
    expect(cpuUsage(start).user / 1000).toBeLessThan(5000);
  });
});
