import fc from "fast-check";

/** Part of every value that must not be shown, and of nothing else. */
export const marker = "zq7secret";
/** Of numbers. */
export const markedNumber = 481516234293;
/** The marker as base64 writes it, whatever precedes it. */
export const markedBase64: readonly string[] = ["", "a", "ab"].map((before) => btoa(before + marker).slice(4, 12));

const head = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n";

/** Secrets that cannot be read, because of what is in a value or next to it. */
export const unreadable: readonly string[] = [
  ...["*zq7secret", "!zq7secret x", "@zq7secret", "`zq7secret", "zq7secret: zq7secret", '"zq7secret', "'zq7secret"],
  ...['"zq7secret\\q zq7secret"', "{ b: zq7secret", "[zq7secret", "{{ zq7secret }}", "%zq7secret", "&zq7secret/ x"],
  ...["|\n    zq7secret\n   zq7secret", "x\n  zq7secret", "zq7secret\n  a: zq7secret", "!!binary zq7secret%"],
  ...["!!int zq7secret", "!!float zq7secret", "!!bool zq7secret", "!!null zq7secret", "!!timestamp zq7secret"],
  ...["? {a: zq7secret}\n  : b", "!!set {zq7secret}", "!!omap [zq7secret]", "481516234293e999", "\tzq7secret"],
].map((value) => `${head}stringData:\n  a: ${value}\n`).concat([
  `${head}stringData:\n\ta: zq7secret\n`,
  `${head}stringData:\n  <<: zq7secret\n`,
  `${head}stringData:\n  <<: [zq7secret]\n`,
  `${head}stringData:\n  [zq7secret]: b\n`,
  `${head}stringData: zq7secret: b\n`,
  '{"apiVersion":"v1","kind":"Secret","stringData":{"a":"zq7secret" "b":1}}',
  '{"apiVersion":"v1","kind":"Secret","stringData":{"a":zq7secret}}',
  '{"apiVersion":"v1","kind":"Secret","stringData":{"a":"zq7secret}}',
  "- apiVersion: v1\n  kind: Secret\n  stringData: {a: zq7secret}\n",
  "zq7secret\n",
  "--- zq7secret\n",
  "apiVersion: v1\nkind: List\nitems: zq7secret\n",
  "apiVersion: v1\nkind: List\nitems: [zq7secret, [{kind: Secret, data: {a: zq7secret}}]]\n",
  "apiVersion: v1\nkind: List\nitems: [{kind: List, apiVersion: v1, items: [{kind: Secret, data: {a: zq7secret}}]}]\n",
]);

const marked = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<unknown>(
      marker,
      `${marker}%`,
      `a${marker}=`,
      btoa(marker),
      markedNumber,
      -markedNumber,
      `"${marker}`,
    ),
    fc.string({ maxLength: 3 }).map((text) => `${text}${marker}`),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "tls.key", "b c", "password"), tie("value"), { maxKeys: 2 }),
  ),
})).value;
const map = fc.oneof(
  marked,
  fc.dictionary(fc.constantFrom("a", "b", "/", "..", "tls.crt", ".dockerconfigjson", "ssh-privatekey"), marked, {
    minKeys: 1,
    maxKeys: 3,
  }),
);
const types = ["Opaque", "tls", "dockercfg", "dockerconfigjson", "basic-auth", "ssh-auth", "service-account-token"];

/** Secrets with marked values in every possible place, of every type, and with unknown fields. */
export const secret: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record({
  apiVersion: fc.constant("v1"),
  kind: fc.constant("Secret"),
  metadata: fc.oneof(
    fc.record({ name: fc.constantFrom("a", "B"), data: map }, { requiredKeys: ["name"] }),
    fc.record({
      name: fc.constant("a"),
      annotations: fc.oneof(
        marked,
        fc.record({ "kubectl.kubernetes.io/last-applied-configuration": marked, "/": fc.constant("x") }),
      ),
    }),
  ),
  type: fc.constantFrom(...types.map((type) => type === "Opaque" ? type : `kubernetes.io/${type}`)),
  data: map,
  stringData: map,
  immutable: fc.constantFrom<unknown>(true, 1),
  dta: map,
  stringdata: map,
  spec: fc.record({ data: map }),
}, { requiredKeys: ["apiVersion", "kind", "metadata", "type"] });

/** A kind whose definition marks what must not be shown, and objects of it. */
export const safe: Readonly<Record<string, unknown>> = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "safes.example.com" },
  spec: {
    group: "example.com",
    scope: "Namespaced",
    names: { kind: "Safe", plural: "safes" },
    versions: [{
      name: "v1",
      served: true,
      storage: true,
      schema: {
        openAPIV3Schema: {
          type: "object",
          properties: {
            spec: {
              type: "object",
              required: ["owner"],
              properties: {
                owner: { type: "string", maxLength: 3 },
                code: { type: "string", format: "password", minLength: 200, pattern: "^[0-9]+$" },
                kind: { type: "string", format: "password", enum: ["open", "shut"] },
                codes: { type: "array", maxItems: 1, items: { type: "string", format: "password", maxLength: 1 } },
                byName: { type: "object", additionalProperties: { type: "string", format: "password", maxLength: 1 } },
                either: {
                  type: "object",
                  properties: { pin: { type: "string", format: "password" } },
                  oneOf: [{ properties: { pin: { maxLength: 1 } } }, { properties: { pin: { pattern: "^x" } } }],
                },
              },
              "x-kubernetes-validations": [
                { rule: "!has(self.code)", messageExpression: "'the code ' + self.code + ' is weak'" },
                { rule: "!has(self.code) || int(self.code) > 5" },
                { rule: "!has(self.code) || duration(self.code) > duration('5s')" },
              ],
            },
          },
        },
      },
    }],
  },
};
const ofSafe = fc.record({
  owner: fc.constantFrom("Ann", "Annabel"),
  code: marked,
  kind: marked,
  codes: map,
  byName: map,
  either: fc.oneof(marked, fc.record({ pin: marked })),
  cod: marked,
}, { requiredKeys: ["owner"] });

/** Objects of that kind. */
export const ofKindSafe: fc.Arbitrary<Readonly<Record<string, unknown>>> = ofSafe.map((spec) => ({
  apiVersion: "example.com/v1",
  kind: "Safe",
  metadata: { name: "a" },
  spec,
}));
