import type { JsonObject, MutationPlan } from "@kubeschema-tools/parity";

/** A CustomResourceDefinition, and how to change its objects. */
export interface CustomShape {
  readonly crd: JsonObject;
  /** The path at which its objects are created. */
  readonly path: string;
  readonly plan: MutationPlan;
}

const group = "parity.example.io";

function shape(
  plural: string,
  kind: string,
  scope: "Namespaced" | "Cluster",
  schema: JsonObject,
  plan: MutationPlan,
  subresources: JsonObject = {},
): CustomShape {
  const names = { kind, listKind: `${kind}List`, plural, singular: kind.toLowerCase() };
  const version = { name: "v1", served: true, storage: true, schema: { openAPIV3Schema: schema }, subresources };
  const namespace = scope === "Namespaced" ? "namespaces/default/" : "";
  return {
    crd: {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: `${plural}.${group}` },
      spec: { group, scope, names, versions: [version] },
    },
    path: `/apis/${group}/v1/${namespace}${plural}`,
    plan: {
      ...plan,
      bases: plan.bases.map((base) => ({ apiVersion: `${group}/v1`, kind, metadata: { name: "a" }, ...base })),
      fixed: ["namespace"],
    },
  };
}

const names = ["ok", "a.b", "A_B", "", "a-", "-", "x".repeat(63), "x".repeat(64), "x".repeat(254)];
const metadata: MutationPlan["pools"] = {
  name: names,
  generateName: [...names, "a-"],
  labels: [{}, { a: "b" }, { "-": "b" }, { a: "b c" }, { a: null }, { a: 1 }, null],
  annotations: [{ "a/b": "c" }, { "a b": "" }, { a: null }],
  finalizers: [["a/b"], ["x"], ["kubernetes"], [null]],
  ownerReferences: [[{}], [{ apiVersion: "v1", kind: "Pod", name: "a", uid: "1" }]],
};
const numbers = [0, 1, -1, 2, 3, 5, 10, 11, 0.5, 1.5, 2147483647, 2147483648, 1e19];
// Not the empty text: a server that Go 1.16 or later built treats it as null, and the official one does not.
const words = ["a", "ab", "abc", "abcd", "abcde", "ä", "😀😀", "A", "a b", "TCP", "UDP", "tcp", "50%", "5", "never"];

/** Lists of type map and set, numbers and text with limits, enums and defaults. */
const lists = shape(
  "listings",
  "Listing",
  "Namespaced",
  {
    type: "object",
    required: ["spec"],
    properties: {
      spec: {
        type: "object",
        required: ["size", "mode"],
        properties: {
          size: { type: "integer", format: "int32", minimum: 1, maximum: 10 },
          mode: { type: "string", enum: ["Open", "Closed"], default: "Open" },
          note: { type: "string", nullable: true, maxLength: 3 },
          level: { type: "string", enum: ["a", "b"], nullable: true },
          count: { type: "integer", nullable: true, default: 3 },
          weight: { type: "number", minimum: 0, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: true },
          // A whole number here makes server 1.20 divide it by zero.
          step: { type: "number", multipleOf: 0.5 },
          total: { type: "integer", format: "int64" },
          word: { type: "string", minLength: 2, maxLength: 4, pattern: "^[a-z]+$" },
          isOpen: { type: "boolean", default: true },
          port: { "x-kubernetes-int-or-string": true, anyOf: [{ type: "integer" }, { type: "string" }] },
          limit: { "x-kubernetes-int-or-string": true, maximum: 100, pattern: "^\\d+%$", nullable: true },
          tags: {
            type: "array",
            items: { type: "string", maxLength: 3 },
            "x-kubernetes-list-type": "set",
            maxItems: 3,
          },
          sizes: { type: "array", items: { type: "integer" }, "x-kubernetes-list-type": "set" },
          gaps: { type: "array", minItems: 1, items: { type: "string", nullable: true } },
          filled: { type: "array", items: { type: "string", default: "x" } },
          pairs: {
            type: "array",
            "x-kubernetes-list-type": "set",
            items: {
              type: "array",
              "x-kubernetes-list-type": "atomic",
              items: { type: "integer" },
            },
          },
          ports: {
            type: "array",
            nullable: true,
            "x-kubernetes-list-type": "map",
            "x-kubernetes-list-map-keys": ["port", "protocol"],
            items: {
              type: "object",
              required: ["port"],
              properties: {
                port: { type: "integer", minimum: 1 },
                protocol: { type: "string", default: "TCP", enum: ["TCP", "UDP"] },
                name: { type: "string" },
              },
            },
          },
          labels: {
            type: "object",
            maxProperties: 2,
            minProperties: 1,
            additionalProperties: { type: "string", maxLength: 3 },
          },
          defaults: { type: "object", additionalProperties: { type: "string", default: "x" } },
          nested: {
            type: "object",
            default: {},
            properties: {
              a: {
                type: "object",
                default: { b: 1 },
                properties: { b: { type: "integer" }, c: { type: "string", default: "c" } },
              },
            },
          },
        },
      },
      status: { type: "object", required: ["phase"], properties: { phase: { type: "string", enum: ["Up", "Down"] } } },
    },
  },
  {
    bases: [{
      spec: {
        size: 1,
        mode: "Open",
        note: "abc",
        level: "a",
        count: 1,
        weight: 1,
        step: 1.5,
        total: 5,
        word: "abc",
        isOpen: true,
        port: 80,
        limit: "50%",
        tags: ["a", "b"],
        sizes: [1, 2],
        gaps: ["a", null],
        filled: ["a", "b"],
        pairs: [[1, 2], [2, 1]],
        ports: [{ port: 80, protocol: "TCP", name: "a" }, { port: 80, protocol: "UDP" }, { port: 81 }],
        labels: { a: "b", c: "d" },
        defaults: { a: "b" },
        nested: { a: { b: 2 } },
      },
      status: { phase: "Up" },
    }],
    pools: {
      ...metadata,
      size: numbers,
      mode: ["Open", "Closed", "Ajar", null],
      note: words,
      level: [...words, null],
      count: [...numbers, null],
      weight: numbers,
      step: [0.5, 1.5, 1.3, 2.5],
      total: [...numbers, 9007199254740991],
      word: words,
      port: [...words, ...numbers, null],
      limit: [...words, ...numbers, null],
      tags: [...words, ["a", "a"], ["a", "b", "a", "b"], []],
      sizes: numbers,
      gaps: [null, "a", 1],
      pairs: [[1, 2], [], [1], [null]],
      ports: [{ port: 80 }, { port: 80, protocol: "TCP" }, { protocol: "UDP" }, {}, null, "a", {
        port: 81,
        protocol: null,
      }],
      protocol: ["TCP", "UDP", "tcp", null],
      labels: [{}, { a: "1" }, { a: "1", b: "2", c: "3" }, { a: null }, { a: null, b: "1" }, { a: 1 }],
      defaults: [{ a: null }, { a: 1 }, {}],
      nested: [{}, null, { a: null }, { a: {} }, { a: { b: null } }],
      phase: ["Up", "Down", "Left"],
      b: numbers,
    },
    added: {
      "": ["extra", "status"],
      metadata: ["generateName", "labels", "annotations", "finalizers", "ownerReferences"],
    },
  },
);

/** Alternatives, formats, embedded objects, fields that are kept, and the subresources. */
const choices = shape(
  "choices",
  "Choice",
  "Cluster",
  {
    type: "object",
    properties: {
      metadata: { type: "object", properties: { name: { type: "string", maxLength: 5 } } },
      spec: {
        type: "object",
        properties: {
          replicas: { type: "integer" },
          choice: {
            type: "object",
            properties: { a: { type: "string" }, b: { type: "string" }, c: { type: "string", default: "x" } },
            oneOf: [{ required: ["a"] }, { required: ["b"] }],
            not: { properties: { a: { enum: ["never"] } }, required: ["a"] },
          },
          some: {
            type: "object",
            properties: { a: { type: "string" }, b: { type: "integer" } },
            anyOf: [{ required: ["a"] }, { properties: { b: { minimum: 5 } }, required: ["b"] }],
            allOf: [{ properties: { a: { maxLength: 4 } } }, { maxProperties: 2 }],
          },
          mixed: {
            "x-kubernetes-int-or-string": true,
            allOf: [{ anyOf: [{ type: "integer" }, { type: "string" }] }, { not: { enum: ["never", 0] } }],
          },
          free: {
            type: "object",
            "x-kubernetes-preserve-unknown-fields": true,
            properties: { a: { type: "string" }, inner: { type: "object", properties: { b: { type: "integer" } } } },
          },
          anything: { "x-kubernetes-preserve-unknown-fields": true },
          nothing: { "x-kubernetes-preserve-unknown-fields": true, nullable: true },
          template: {
            type: "object",
            "x-kubernetes-embedded-resource": true,
            "x-kubernetes-preserve-unknown-fields": true,
          },
          strict: {
            type: "object",
            "x-kubernetes-embedded-resource": true,
            properties: {
              kind: { type: "string", enum: ["Pod", "Job"] },
              metadata: { type: "object", properties: { name: { type: "string", maxLength: 3 } } },
              spec: { type: "object", properties: { a: { type: "integer" } } },
            },
          },
          id: { type: "string", format: "uuid" },
          id4: { type: "string", format: "uuid4" },
          at: { type: "string", format: "date-time" },
          day: { type: "string", format: "date" },
          data: { type: "string", format: "byte" },
          v4: { type: "string", format: "ipv4" },
          v6: { type: "string", format: "ipv6" },
          range: { type: "string", format: "cidr" },
          hardware: { type: "string", format: "mac" },
          wait: { type: "string", format: "duration" },
          link: { type: "string", format: "uri" },
          host: { type: "string", format: "hostname" },
          mail: { type: "string", format: "email" },
          colour: { type: "string", format: "hexcolor" },
          shade: { type: "string", format: "rgbcolor" },
          number: { type: "string", format: "ssn" },
          key: { type: "string", format: "bsonobjectid" },
          secret: { type: "string", format: "password" },
          other: { type: "string", format: "no-such-format" },
          small: { type: "integer", format: "int32" },
          real: { type: "number", format: "float" },
          expression: { type: "string", pattern: "(?i)^[[:alpha:]]+\\z" },
          "x.y-z": {
            type: "array",
            items: { type: "object", required: ["x.y"], properties: { "x.y": { type: "integer" } } },
          },
        },
      },
    },
  },
  {
    bases: [{
      spec: {
        replicas: 1,
        choice: { a: "1" },
        some: { a: "1", b: 5 },
        mixed: 1,
        free: { a: "1", b: 2, inner: { b: 1 } },
        anything: [1, { a: null }],
        nothing: null,
        template: { apiVersion: "v1", kind: "Pod", metadata: { name: "a", labels: { a: "b" } }, spec: {} },
        strict: { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { a: 1 } },
        id: "123e4567-e89b-12d3-a456-426614174000",
        id4: "123e4567-e89b-42d3-a456-426614174000",
        at: "2024-01-01T00:00:00Z",
        day: "2024-02-29",
        data: "aGk=",
        v4: "10.0.0.1",
        v6: "::1",
        range: "10.0.0.0/8",
        hardware: "00:00:5e:00:53:01",
        wait: "1h30m",
        link: "https://example.com/a",
        host: "a.example.com",
        mail: "a@example.com",
        colour: "#fff",
        shade: "rgb(1,2,3)",
        number: "123-45-6789",
        key: "507f1f77bcf86cd799439011",
        secret: "x",
        other: "anything",
        small: 1,
        real: 1.5,
        expression: "Abc",
        "x.y-z": [{ "x.y": 1 }],
      },
    }],
    pools: {
      ...metadata,
      replicas: numbers,
      choice: [{}, { a: "1" }, { b: "1" }, { a: "1", b: "2" }, { a: "never" }, { a: null, b: "1" }, null],
      some: [{}, { a: "12345" }, { b: 4 }, { b: 5 }, { a: 1 }, { a: "1", b: "2" }, { a: "1", b: 1, x: 1 }],
      mixed: [...words, ...numbers, null],
      free: [{}, { a: 1 }, { x: {} }, { inner: { b: "1", c: 1 } }, { inner: null }],
      anything: [null, 1, {}, "a"],
      template: [
        {},
        { apiVersion: "v1" },
        { apiVersion: "", kind: "Pod" },
        { apiVersion: "a/b/c", kind: "Pod" },
        { apiVersion: " ", kind: " " },
        { apiVersion: "v1", kind: "P od" },
        { apiVersion: "v1", kind: 1 },
        { apiVersion: "v1", kind: null },
        { apiVersion: "/", kind: "A" },
      ],
      apiVersion: ["v1", "a/v1", "a/b/c", 1, null],
      kind: ["Pod", "Job", "Deployment", "pod", "1", 1, null],
      metadata: [
        {},
        null,
        { name: "A_B" },
        { name: "a/b" },
        { labels: { "-": "" } },
        { name: 1 },
        { namespace: "a_b" },
        { other: 1 },
        "a",
      ],
      id: ["123", "123e4567e89b12d3a456426614174000", "123E4567-E89B-12D3-A456-426614174000"],
      id4: ["123e4567-e89b-12d3-a456-426614174000", "x"],
      at: ["2024-01-01", "2024-01-01t00:00:00z", "2024-01-01T00:00:00.5+01:00", "2024-13-01T00:00:00Z"],
      day: ["2023-02-29", "2024-1-1", "2024-01-01T00:00:00Z"],
      data: ["a", "YQ==", "YQ", "Y Q="],
      v4: ["10.0.0.256", "::1", "1.2.3"],
      v6: ["10.0.0.1", "::ffff:10.0.0.1", "1:2:3:4:5:6:7:8:9", ":"],
      range: ["10.0.0.0", "10.0.0.0/33", "fd00::/8", "10.0.0.1/8"],
      hardware: ["00:00", "00-00-5e-00-53-01", "0000.5e00.5301"],
      wait: ["soon", "3 days", "1d", "1.5h", "-1h", "1 h"],
      link: [
        "/a",
        "a",
        "https://",
        "mailto:a@b",
        ":a",
        "http://[::1",
        "http://a:b",
        "//a",
        "a b",
        "http://a b/",
        "/%zz",
        "*",
        "http://a/%2f?%zz",
      ],
      host: ["localhost", "my-host", "a_b", "a-b.com", "a.1", ".a", "ä.de", "a.b.", "x".repeat(64), "1", "a-"],
      mail: ["a", "a@b", "@b", "a@b@c", "a.b@c.d", "<a@b>", "X <a@b>", "a@", "a b@c"],
      colour: ["fff", "#ffff", "#12345G", "ABCDEF"],
      shade: ["rgb(1,2,300)", "rgb( 1 , 2 , 3 )", "rgba(1,2,3,4)", "rgb(01,2,3)"],
      number: ["123456789", "1234", "123 45 6789"],
      key: ["507f1f77bcf86cd79943901", "507F1F77BCF86CD799439011"],
      small: numbers,
      real: [...numbers, 1e39, -1e39],
      expression: ["abc", "a1", "ABC\n", "é"],
      "x.y-z": [{}, { "x.y": "1" }, { "x.y": null }, null, []],
    },
    added: {
      "": ["extra"],
      metadata: ["generateName", "labels", "finalizers", "namespace"],
      strict: ["extra"],
      template: ["metadata"],
    },
  },
  { status: {}, scale: { specReplicasPath: ".spec.replicas", statusReplicasPath: ".status.replicas" } },
);

/** Shapes that use every limit on the structure of custom objects. */
export const customShapes: readonly CustomShape[] = [lists, choices];
