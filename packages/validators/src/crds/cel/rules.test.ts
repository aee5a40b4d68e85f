import { describe, expect, test } from "vitest";
import { createValidator } from "../mod.ts";
import { crdOf, faultsIn, judge, shopOf } from "../testing/crd-of.ts";

const properties = {
  int: { type: "integer" },
  number: { type: "number" },
  text: { type: "string" },
  maybe: { type: "string", nullable: true },
  port: { "x-kubernetes-int-or-string": true },
  at: { type: "string", format: "date-time" },
  wait: { type: "string", format: "duration" },
  data: { type: "string", format: "byte" },
  list: { type: "array", items: { type: "integer" } },
  words: { type: "array", items: { type: "string" }, "x-kubernetes-list-type": "set" },
  items: {
    type: "array",
    "x-kubernetes-list-type": "map",
    "x-kubernetes-list-map-keys": ["name"],
    items: { type: "object", required: ["name"], properties: { name: { type: "string" }, n: { type: "integer" } } },
  },
  map: { type: "object", additionalProperties: { type: "string" } },
  namespace: { type: "string" },
  "a-b.c/d": { type: "string" },
  a__b: { type: "string" },
  free: { "x-kubernetes-preserve-unknown-fields": true },
};
const spec = {
  int: 3,
  number: 2,
  text: "hello",
  maybe: null,
  port: "80",
  at: "2024-01-02T03:04:05Z",
  wait: "90s",
  data: "aGk=",
  list: [1, 2, 3],
  words: ["a", "b"],
  items: [{ name: "a", n: 1 }, { name: "b" }],
  map: { k: "v", "a b": "w" },
  namespace: "x",
  "a-b.c/d": "y",
  a__b: "z",
  free: 1,
};

function run(rule: string, more: object = {}) {
  return judge({ type: "object", properties, "x-kubernetes-validations": [{ rule, ...more }] }, spec);
}

describe("a rule that is true:", () => {
  test.each([
    "self.int == 3 && type(self.int) == int && type(self.number) == double",
    "self.int / 2 == 1 && self.number / 4.0 == 0.5",
    "self.port == '80' && type(self.port) == string",
    "has(self.maybe) && self.maybe == null",
    "!has(self.missing) || true",
    "self.at < timestamp('2024-02-01T00:00:00Z') && self.at.getFullYear() == 2024",
    "self.wait == duration('1m30s')",
    "self.data == b'hi'",
    "self.list.all(x, x > 0) && self.list.exists_one(x, x == 2) && self.list.map(x, x * 2).size() == 3",
    "self.list.filter(x, x > 1) == [2, 3] && 2 in self.list && !(9 in self.list)",
    "self.items.exists(i, has(i.n) && i.n == 1) && has(self.items[0].n) && !has(self.items[1].n)",
    "'k' in self.map && self.map['a b'] == 'w' && self.map.all(k, k.size() > 0)",
    "self.__namespace__ == 'x' && self.a__dash__b__dot__c__slash__d == 'y' && self.a__underscores__b == 'z'",
    "self.text.startsWith('he') && self.text.matches('^h.*o$') && self.text.split('l').size() == 3",
    "self.text.lowerAscii() == 'hello' && self.text.substring(1, 3) == 'el' && 'a %s %d'.format(['b', 2]) == 'a b 2'",
    "self.text.find('l+') == 'll' && 'a1b22'.findAll('[0-9]+') == ['1', '22'] && 'a1b2'.findAll('[0-9]', 1) == ['1']",
    "self.list.isSorted() && self.list.sum() == 6 && self.list.min() == 1 && self.list.max() == 3",
    "self.list.indexOf(2) == 1 && self.list.lastIndexOf(9) == -1 && self.words.isSorted()",
    "isURL('https://a.example:80/b?c=d') && !isURL('a') && url('https://a:80/b').getHost() == 'a:80'",
    "url('https://[::1]:80/b?c=d&c=e').getHostname() == '::1' && url('https://a:80/b').getPort() == '80'",
    "url('https://a/b c?c=d&c=e').getQuery()['c'] == ['d', 'e'] && url('https://a/b').getScheme() == 'https'",
    "isIP('10.0.0.1') && !isIP('10.0.0.01') && !isIP('::ffff:1.2.3.4') && ip('::1').family() == 6",
    "ip('127.0.0.1').isLoopback() && ip('8.8.8.8').isGlobalUnicast() && ip.isCanonical('::1') && !ip.isCanonical('0::1')",
    "ip('0::1') == ip('::1') && string(ip('0::1')) == '::1'",
    "cidr('10.0.0.0/8').containsIP('10.1.2.3') && !cidr('10.0.0.0/8').containsIP(ip('11.0.0.1'))",
    "cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16') && cidr('10.1.2.3/8').masked() == cidr('10.0.0.0/8')",
    "cidr('10.0.0.0/8').prefixLength() == 8 && isCIDR('::/0') && cidr('10.0.0.1/8').ip() == ip('10.0.0.1')",
    "quantity('1Gi').isGreaterThan(quantity('1G')) && quantity('1') == quantity('1000m') && isQuantity('1.5')",
    "quantity('200M').add(quantity('100M')).sub(1).isLessThan(quantity('300M')) && quantity('50k').asInteger() == 50000",
    "quantity('1500m').asApproximateFloat() == 1.5 && !quantity('1500m').isInteger() && quantity('-1').sign() == -1",
    "!format.dns1123Label().validate('a-b').hasValue() && format.dns1123Label().validate('A').hasValue()",
    "format.named('qualifiedName').hasValue() && !format.named('none').hasValue()",
    "sets.contains(self.list, [1]) && sets.intersects(self.list, [3, 9]) && !sets.equivalent(self.list, [1])",
  ])("%s", (rule) => {
    expect(run(rule)).toEqual({ status: "valid", issues: [], warnings: [], notChecked: [] });
  });
});

describe("a rule that is false says", () => {
  test.each([
    { more: {}, want: { type: "Invalid", fieldPath: "spec", message: "breaks the rule self.int > 5" } },
    { more: { message: "too small" }, want: { type: "Invalid", message: "too small" } },
    { more: { message: "m", messageExpression: "'int is ' + string(self.int)" }, want: { message: "int is 3" } },
    { more: { message: "m", messageExpression: "self.nope" }, want: { message: "m" } },
    {
      more: { reason: "FieldValueForbidden", fieldPath: ".int" },
      want: { type: "Forbidden", fieldPath: "spec.int", value: 3 },
    },
    { more: { reason: "FieldValueRequired", fieldPath: ".nope" }, want: { type: "Required", fieldPath: "spec.nope" } },
    {
      more: { reason: "FieldValueDuplicate", fieldPath: ".map['a b']" },
      want: { type: "Duplicate", fieldPath: "spec.map[a b]" },
    },
  ])("$want", ({ more, want }) => {
    expect(run("self.int > 5", more)).toMatchObject({ status: "invalid", issues: [want], notChecked: [] });
  });

  test("that it cannot be evaluated, as the server does", () => {
    expect(run("self.list[9] == 1").issues).toMatchObject([{ type: "Invalid", fieldPath: "spec" }]);
    expect(run("1 / (self.int - 3) == 1").issues).toHaveLength(1);
  });
});

describe("a rule that cannot be run is listed, not passed:", () => {
  test.each([
    ["self.int ==", "it cannot be parsed"],
    ["self.?text.hasValue()", "it cannot be parsed"],
    ["authorizer.path('/').check('get').allowed()", 'the function "allowed" is not known here'],
    ["self.int == request.int", 'the name "request" is not known here'],
    ["self.list.nope()", 'the function "nope" is not known here'],
    ["self.list.all(i, v, v > i)", "is not known here"],
    ["self.int", "neither true nor false"],
    ["self.text + 1 == 'a'", "found no matching overload"],
  ])("%s", (rule, reason) => {
    const { status, issues, notChecked } = run(rule);
    expect({ status, issues }).toEqual({ status: "valid", issues: [] });
    expect(notChecked).toEqual([{ fieldPath: "spec", rule, reason: expect.stringContaining(reason) }]);
  });

  test("one that is too costly", () => {
    const list = {
      type: "array",
      items: { type: "integer" },
      "x-kubernetes-validations": [{ rule: "self.all(x, self.exists(y, y == 1999))" }],
    };
    const { notChecked } = judge(list, Array.from({ length: 2000 }, (_, index) => index));
    expect(notChecked).toMatchObject([{ fieldPath: "spec", reason: "the rules take more than 1000000 steps" }]);
  });

  test("ones that look at long texts again and again, and at the items of a long list that a rule makes", () => {
    const rules = [
      "self.list.all(x, !self.text.contains('b'))",
      "self.list.map(x, x) == self.list",
      "self.list.all(x, x in self.list)",
    ];
    const schema = { type: "object", properties, "x-kubernetes-validations": rules.map((rule) => ({ rule })) };
    for (const rule of schema["x-kubernetes-validations"]) {
      const long = { text: "a".repeat(1_000_000), list: Array.from({ length: 50_000 }, (_, index) => index) };
      const { issues, notChecked } = judge({ ...schema, "x-kubernetes-validations": [rule] }, long);
      expect({ issues, notChecked }).toMatchObject({ issues: [], notChecked: [rule] });
    }
  });

  test("all, where types, sizes or required fields are wrong, as on the server", () => {
    const schema = { type: "object", properties, required: ["nope"], "x-kubernetes-validations": [{ rule: "false" }] };
    const { issues, notChecked } = judge(schema, spec);
    expect(issues).toMatchObject([{ type: "Required", fieldPath: "spec.nope" }]);
    expect(notChecked).toMatchObject([{ fieldPath: "", rule: "all CEL rules" }]);
  });
});

describe("a transition rule", () => {
  const schema = (rule: string, more: object = {}): object => ({
    type: "object",
    properties,
    "x-kubernetes-validations": [{ rule, ...more }],
  });

  test("is run on updates only", () => {
    expect(faultsIn(judge(schema("self.int == oldSelf.int"), { int: 1 }))).toEqual([]);
    expect(faultsIn(judge(schema("self.int == oldSelf.int"), { int: 1 }, { oldValue: shopOf({ int: 1 }) }))).toEqual(
      [],
    );
    expect(faultsIn(judge(schema("self.int == oldSelf.int"), { int: 1 }, { oldValue: shopOf({ int: 2 }) }))).toEqual([
      "Invalid spec",
    ]);
  });

  test("is always run with optionalOldSelf", () => {
    const rule = schema("oldSelf.hasValue() ? oldSelf.value().int < self.int : self.int == 0", {
      optionalOldSelf: true,
    });
    expect(faultsIn(judge(rule, { int: 0 }))).toEqual([]);
    expect(faultsIn(judge(rule, { int: 1 }))).toEqual(["Invalid spec"]);
    expect(faultsIn(judge(rule, { int: 1 }, { oldValue: shopOf({ int: 0 }) }))).toEqual([]);
  });

  test("finds the old item by the keys of a list of type map, and sees sets as equal in any order", () => {
    const items = {
      ...properties.items,
      items: { ...properties.items.items, "x-kubernetes-validations": [{ rule: "self.n >= oldSelf.n" }] },
    };
    const oldValue = shopOf({ items: [{ name: "a", n: 1 }, { name: "b", n: 2 }] });
    const list = { type: "object", properties: { items } };
    expect(
      faultsIn(judge(list, { items: [{ name: "b", n: 3 }, { name: "c", n: 0 }, { name: "a", n: 0 }] }, { oldValue })),
    )
      .toEqual(["Invalid spec.items[2]"]);
    const same = schema("self == oldSelf");
    expect(faultsIn(judge(same, { words: ["b", "a"] }, { oldValue: shopOf({ words: ["a", "b"] }) }))).toEqual([]);
    expect(faultsIn(judge(same, { list: [2, 1] }, { oldValue: shopOf({ list: [1, 2] }) }))).toEqual(["Invalid spec"]);
  });
});

test("a rule of a version before 1.25 is not run", () => {
  const schema = { type: "object", "x-kubernetes-validations": [{ rule: "false" }] };
  expect(faultsIn(judge(schema, {}, { kubernetesVersion: "1.24" }))).toEqual([]);
  expect(faultsIn(judge(schema, {}, { kubernetesVersion: "1.25" }))).toEqual(["Invalid spec"]);
});

test("a rule of the whole object sees apiVersion, kind and the names in metadata", () => {
  const crd = crdOf({ type: "object" });
  const [version] = crd.spec.versions;
  const rule =
    "self.kind == 'Shop' && self.apiVersion == 'example.com/v1' && self.metadata.name == 'a' && !has(self.metadata.labels)";
  Object.assign(version?.schema.openAPIV3Schema ?? {}, { "x-kubernetes-validations": [{ rule }] });
  expect(createValidator(crd).validate(shopOf({}))).toMatchObject({ status: "valid", notChecked: [] });
});

test("rules lists every rule with its place, and why it cannot be run", () => {
  const schema = {
    type: "object",
    properties: {
      a: {
        type: "array",
        items: { type: "string", "x-kubernetes-validations": [{ rule: "self != ''" }, { rule: "nope(" }] },
      },
    },
  };
  expect(createValidator(crdOf(schema)).rules).toEqual([
    { apiVersion: "example.com/v1", fieldPath: "spec.a[*]", rule: "self != ''" },
    { apiVersion: "example.com/v1", fieldPath: "spec.a[*]", rule: "nope(", problem: expect.stringContaining("parsed") },
  ]);
});

test("a list of 100,000 items is judged by a rule that looks at each", () => {
  const list = {
    type: "array",
    items: { type: "integer" },
    "x-kubernetes-validations": [{ rule: "self.all(x, x >= 0)" }],
  };
  const { status, notChecked } = judge(list, Array.from({ length: 100_000 }, (_, index) => index));
  expect({ status, notChecked }).toEqual({ status: "valid", notChecked: [] });
});
