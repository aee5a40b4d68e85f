import { cpuUsage } from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validateCustomResourceDefinition } from "../gen/apiextensions.k8s.io/v1.js";
import {
  isValidPod,
  validateConfigMap,
  validateNode,
  validatePersistentVolume,
  validatePod,
  validateSecret,
} from "../gen/v1.js";
import { assertIngress, isValidIngress, validateIngress } from "../gen/networking.k8s.io/v1.js";
import { ValidationError } from "../values/validation-error.ts";
import type { ValidationIssue } from "../values/validation-issue.ts";
import { deepest } from "./nesting-problem.ts";

const source = "api/openapi-spec/swagger.json";
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
const pod = (spec: object): object => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "a" },
  spec: { containers: [{ name: "a", image: "b" }], ...spec },
});
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
    { name: "text", given: "text", message: 'must be an object, found the string "text"' },
    { name: "a list", given: [], message: "must be an object, found a list" },
    { name: "null", given: null, message: "must be an object, found null" },
    { name: "nothing", given: undefined, message: "must be an object, found undefined" },
  ])("takes $name for no object", ({ given, message }) => {
    // What a list holds may be secret.
    const value = Array.isArray(given) ? undefined : given;
    expect(validateIngress(given)).toEqual([{ type: "TypeInvalid", fieldPath: "", message, value, source }]);
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
      message: 'must be "networking.k8s.io/v1", found the string "extensions/v1beta1"',
      value: "extensions/v1beta1",
      allowed: ["networking.k8s.io/v1"],
      source,
    }]);
  });

  test("asks the rules only where every type is right", () => {
    const spec = { rules: [{ host: 1 }, { host: "A" }] };
    expect(validateIngress(ingress({ spec }))).toEqual([{
      type: "TypeInvalid",
      fieldPath: "spec.rules[0].host",
      message: "must be a string, found the number 1",
      value: 1,
      suggestion: "quote it",
      source,
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

  test("leaves what is required to complete rules, and reports it where there are no such rules", () => {
    const status = { loadBalancer: { ingress: [{ ports: [{ error: "x" }] }] } };
    expect(validateIngress(ingress({ status }))).toEqual([]);
    const definition = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: ".a.example" },
      spec: { group: "a.example", scope: "Cluster", names: null },
    };
    expect(validateCustomResourceDefinition(definition)).toEqual([{
      type: "Required",
      fieldPath: "spec.versions",
      message: "must be set",
      value: undefined,
      source,
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
        message: "must be a string, found the number 5",
        value: 5,
        suggestion: "quote it",
        source,
      }]);
    },
  );

  test("distinguishes keys that look like paths", () => {
    const data = { a: { b: 1 }, "a']['b": 2, "a/b": 3 };
    const issues = validateConfigMap(configMap({ data }));
    expect(issues.map(({ fieldPath, value }) => [fieldPath, value])).toEqual([
      ["data[a]", { b: 1 }],
      ["data[a']['b]", 2],
      ["data[a/b]", 3],
    ]);
  });

  test("reports a field called __proto__ and reads nothing from it", () => {
    const unknown = { type: "Unknown", message: "is not a known field", source };
    const hostile = JSON.parse(
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"__proto__":{"data":{"a":1}},"constructor":1}',
    );
    expect(validateConfigMap(hostile)).toEqual([
      { ...unknown, fieldPath: "__proto__", value: { data: { a: 1 } } },
      { ...unknown, fieldPath: "constructor", value: 1 },
    ]);
    expect(Object.prototype).not.toHaveProperty("data");
  });

  test("checks what the API server decodes itself", () => {
    const data = { good: "YQ==", bad: "%" };
    const issues = validateSecret({ apiVersion: "v1", kind: "Secret", metadata: { creationTimestamp: "now" }, data });
    expect(issues.map(({ fieldPath, message }) => `${fieldPath}: ${message}`)).toEqual([
      "data[bad]: is not base64",
      'metadata.creationTimestamp: must be an RFC 3339 time such as "2006-01-02T15:04:05Z", found the string "now"',
    ]);
  });

  test("refuses a kubernetesVersion that is not a version", () => {
    for (const kubernetesVersion of ["", "1", "latest", "1.x", "1.20\n", "v1.20.", "99999.1"]) {
      expect(() => validateIngress({}, { kubernetesVersion })).toThrow(RangeError);
    }
    for (const kubernetesVersion of ["1.20", "v1.36", "v1.30.2", "1.31.0-rc.1+k3s1"]) {
      expect(() => validateIngress({}, { kubernetesVersion })).not.toThrow();
    }
  });
});

describe("suggestions", () => {
  const suggestions = (issues: readonly ValidationIssue[]): readonly unknown[] =>
    issues.map(({ fieldPath, suggestion }) => [fieldPath, suggestion]);

  test("name the field that was meant, where one is close", () => {
    const spec = { rulez: [], rules: [{ hosts: "a", htpp: {} }], TLS: [], somethingElse: 1 };
    expect(suggestions(validateIngress(ingress({ spec })))).toEqual([
      ["spec.rules[0].hosts", 'did you mean "host"?'],
      ["spec.rules[0].htpp", 'did you mean "http"?'],
      ["spec.rulez", 'did you mean "rules"?'],
      ["spec.TLS", 'did you mean "tls"?'],
      ["spec.somethingElse", undefined],
    ]);
  });

  test("say to quote a number or a boolean where text must be", () => {
    const metadata = { name: "a", labels: { number: 1, yes: true, list: [] } };
    expect(suggestions(validateIngress(ingress({ metadata })))).toEqual([
      ["metadata.labels[number]", "quote it"],
      ["metadata.labels[yes]", "quote it"],
      ["metadata.labels[list]", undefined],
    ]);
  });

  test("name the value that was meant", () => {
    expect(suggestions(validatePod(pod({ restartPolicy: "always" })))).toEqual([
      ["spec.restartPolicy", 'did you mean "Always"?'],
    ]);
  });
});

describe("unknown fields", () => {
  test("pass where they are to be ignored, and nothing else does", () => {
    const spec = { rulez: [], rules: [{ host: "A" }] };
    expect(lines(validateIngress(ingress({ spec }), { unknownFields: "ignore" }))).toEqual([
      "spec.rules[0].host Invalid",
    ]);
    expect(lines(validateIngress(ingress({ spec }), { unknownFields: "error" }))).toContain("spec.rulez Unknown");
  });
});

// What a server of Kubernetes 1.20 answers.
describe("enum values", () => {
  const volume = (rest: object): object => ({
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: "a" },
    spec: { capacity: { storage: "1Gi" }, accessModes: ["ReadWriteOnce"], hostPath: { path: "/a" }, ...rest },
  });

  test.each<{ name: string; spec: object; want: readonly string[] }>([
    { name: "a value that is known", spec: { restartPolicy: "Never" }, want: [] },
    { name: "another value", spec: { restartPolicy: "Sometimes" }, want: ["spec.restartPolicy NotSupported"] },
    { name: "an empty text that stands for the default", spec: { restartPolicy: "" }, want: [] },
    { name: "null", spec: { restartPolicy: null }, want: [] },
    {
      name: "an empty text that is a value",
      spec: { securityContext: { fsGroupChangePolicy: "" } },
      want: ["spec.securityContext.fsGroupChangePolicy NotSupported"],
    },
    {
      name: "an empty text where one of the values must be",
      spec: { securityContext: { seccompProfile: { type: "" } } },
      want: ["spec.securityContext.seccompProfile.type Required"],
    },
    { name: "another type", spec: { restartPolicy: 1 }, want: ["spec.restartPolicy TypeInvalid"] },
  ])("$name", ({ spec, want }) => {
    expect(lines(validatePod(pod(spec)))).toEqual(want);
  });

  test("list what is allowed", () => {
    expect(validatePod(pod({ dnsPolicy: "Nope" }))).toMatchObject([{
      message: '"Nope" is not one of ClusterFirst, ClusterFirstWithHostNet, Default, None',
      allowed: ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"],
    }]);
  });

  test("are reported where the server reports them", () => {
    expect(lines(validatePersistentVolume(volume({ accessModes: ["ReadWriteOnce", "Read"] })))).toEqual([
      "spec.accessModes NotSupported",
    ]);
  });

  test("are left to rules that are complete, and not required of a status", () => {
    const spec = {
      rules: [{ http: { paths: [{ path: "/", pathType: "Nope", backend: { resource: { kind: "a", name: "b" } } }] } }],
    };
    expect(lines(validateIngress(ingress({ spec })))).toEqual(["spec.rules[0].http.paths[0].pathType NotSupported"]);
    expect(lines(validateNode({ apiVersion: "v1", kind: "Node", metadata: { name: "a" }, status: { phase: "Nope" } })))
      .toEqual([]);
  });
});

describe("isValid… and assert…", () => {
  test("judge as validate… does", () => {
    const bad: unknown = ingress({ spec: { rules: [{ host: "A" }] } });
    expect(isValidIngress(ingress({}))).toBe(true);
    expect(isValidIngress(bad)).toBe(false);
    expect(isValidPod(pod({ restartPolicyy: "Never" }), { unknownFields: "ignore" })).toBe(true);
    expect(() => assertIngress(ingress({}))).not.toThrow();
    expect(() => assertIngress(bad)).toThrow(ValidationError);
  });

  test("narrow to the kind's type", () => {
    const value: unknown = ingress({ spec: { rules: [{ host: "a" }] } });
    expect(isValidIngress(value) ? value.spec?.rules?.[0]?.host : undefined).toBe("a");
  });

  test("name every issue in the error, and ten in its message", () => {
    const rules = Array.from({ length: 12 }, () => ({ host: "A" }));
    try {
      assertIngress(ingress({ spec: { rules } }));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ValidationError);
      expect(error).toHaveProperty("issues.length", 12);
      expect(String(error)).toMatch(
        /^ValidationError: Not a valid Ingress:\n {2}spec.rules\[0\].host: "A" is not .*\n {2}and 2 more$/s,
      );
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
      "contains itself",
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

  test("an object that contains itself, or nests 10,000 levels, ends", () => {
    const labels: Record<string, unknown> = {};
    labels.self = labels;
    const rules: unknown[] = [];
    rules.push(rules, { http: { paths: rules } });
    const cyclic = validateIngress(ingress({ metadata: { name: "a", labels }, spec: { rules } }));
    expect(cyclic.map(({ fieldPath, type }) => `${fieldPath} ${type}`)).toContain("metadata.labels[self] TypeInvalid");
    let deep: unknown = "a";
    for (let level = 0; level < 10_000; level++) deep = level % 2 === 0 ? [deep] : { deep };
    const issues = validateIngress(ingress({ metadata: { name: deep, labels: { deep } }, spec: { rules: deep } }));
    expect(issues.map(({ fieldPath, type }) => `${fieldPath} ${type}`)).toEqual([
      "metadata.labels[deep] TypeInvalid",
      "metadata.name TypeInvalid",
      "spec.rules TypeInvalid",
    ]);
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
