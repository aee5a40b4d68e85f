import { expect, test } from "vitest";
import { readManifest } from "./read-manifest.ts";

/** Values, and problems as `line:column message`. */
function read(text: string): readonly unknown[] {
  return [...readManifest(text)].map(({ value, problem, start }) => {
    if (problem === undefined) return value;
    const { line, column } = start();
    return `${line}:${column} ${problem}`;
  });
}

// The values are kubectl's.
test.each([
  {
    name: "documents",
    given: "a: 1\n--- # two\na: 2\n---\n---\n# nothing\n---\t\na: 3",
    want: [{ a: 1 }, { a: 2 }, { a: 3 }],
  },
  { name: "CRLF", given: "a: |\r\n  x\r\n  y\r\n---\r\nb: 1\r\n", want: [{ a: "x\ny\n" }, { b: 1 }] },
  { name: "CR", given: "a: 1\rb: 2\r", want: [{ a: 1, b: 2 }] },
  { name: "a byte order mark inside", given: "a: 1\n---\n\ufeffb: 1\n", want: [{ a: 1 }, { b: 1 }] },
  { name: "a separator in an indented block", given: "a: |\n  x\n  ---\n  y\n", want: [{ a: "x\n---\ny\n" }] },
  { name: "a separator that ends a block", given: "a: |\n  x\n---\nb: 1", want: [{ a: "x\n" }, { b: 1 }] },
  { name: "nothing", given: "", want: [] },
  { name: "comments", given: "# a\n---\n# b\n", want: [] },
  { name: "null", given: "~\n", want: [] },
  {
    name: "keys that are not text",
    given: "yes: 1\n5: 2\n1.5: 3\n0x10: 4\n0777: 5\n.inf: 6",
    want: [{ true: 1, 5: 2, 1.5: 3, 16: 4, 511: 5, ".inf": 6 }],
  },
  {
    name: "merge keys, the last one first",
    given: "x: &x {a: 2}\nv: {a: 1, <<: *x}\nw: {<<: *x, a: 1}",
    want: [{ x: { a: 2 }, v: { a: 2 }, w: { a: 1 } }],
  },
  {
    name: "a list of merges, the first wins",
    given: "x: &x {a: 2}\ny: &y {a: 3, b: 1}\nv: {<<: [*x, *y]}",
    want: [{ x: { a: 2 }, true: { a: 3, b: 1 }, v: { a: 2, b: 1 } }],
  },
  {
    name: "a merge key in quotes",
    given: "x: &x {a: 2}\nv: {'<<': *x}",
    want: [{ x: { a: 2 }, v: { "<<": { a: 2 } } }],
  },
  { name: "aliases", given: "w: &k n\nv: {*k : 1}\nx: *k", want: [{ w: false, v: { false: 1 }, x: false }] },
  {
    name: "tags",
    given: 'a: [!!str 5, !!int "5", !!float 5, !!bool "yes", !!null "", !!binary aGk=, !foo 5, ! 5]',
    want: [{ a: ["5", 5, 5, true, null, "hi", "5", "5"] }],
  },
  {
    name: "tags of collections",
    given: "a: !!foo [a]\nb: !bar {a: 1}\nc: !!set {a, b}",
    want: [{ a: ["a"], b: { a: 1 }, c: { a: null, b: null } }],
  },
  { name: "declared tag handles", given: "a: !<tag:yaml.org,2002:str> 5", want: [{ a: "5" }] },
  {
    name: "JSON",
    given: '{"a": "\\u0041\\n\\/", "b": [1e3, true, null, {}, []]}',
    want: [{ a: "A\n/", b: [1000, true, null, {}, []] }],
  },
  { name: "JSON indented with tabs", given: '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n', want: [{ a: { b: 1 } }] },
  { name: "a stream of JSON", given: '{"a": 1}\n{"a": 2} {"a": 3}', want: [{ a: 1 }, { a: 2 }, { a: 3 }] },
  { name: "JSON with separators", given: '{"a": 1}\n---\nb: 2', want: [{ a: 1 }, { b: 2 }] },
  { name: "YAML that starts like JSON", given: '{a: b}\n---\n{"c": 1,}\n', want: [{ a: "b" }, { c: 1 }] },
  { name: "YAML after one JSON value", given: '{"a": 1}\nb: 2\n', want: [{ a: 1 }, { b: 2 }] },
  { name: "nothing before a separator", given: "\n---\n", want: [] },
  { name: "YAML that starts like JSON, further down", given: "---\n{a: b, # c\n d: e}", want: [{ a: "b", d: "e" }] },
])("readManifest() reads $name", ({ given, want }) => {
  expect(read(given)).toEqual(want);
});

test.each([
  { name: "a repeated key", given: "v:\n  a: 1\n  a: 2", want: '3:3 The key "a" is duplicated' },
  { name: "a key repeated in other words", given: "yes: 1\non: 2", want: '2:1 The key "true" is duplicated' },
  { name: "a key repeated in JSON", given: '{"a": 1,\n "a": 2}', want: '2:2 The key "a" is duplicated' },
  { name: "a key of no kind", given: "~: 1", want: '1:1 "~" cannot be a key' },
  { name: "a list as key", given: "? [a]\n: 1", want: "1:3 A list or an object cannot be a key" },
  {
    name: "a number beyond JSON",
    given: "v: .inf",
    want: "1:4 JSON cannot hold this number; quote it if it is text",
  },
  { name: "a wrong tag", given: "v: !!int foo", want: "1:10 The value is not a valid !!int" },
  { name: "a merge of text", given: "v: {<<: 1}", want: '1:9 "<<" needs an object or a list of objects' },
  {
    name: "an unknown alias",
    given: "v: *b",
    want: "1:4 There is no anchor of this name before the alias; quote it if it is text",
  },
  { name: "an alias to what contains it", given: "v: &a [*a]", want: "1:8 The alias refers to what contains it" },
  {
    name: "content after a separator",
    given: "a: 1\n--- b: 1",
    want: '2:1 kubectl takes nothing but a comment after "---" on its line: put the rest on a line of its own',
  },
  { name: "a NUL byte", given: "a: 1\n# \0", want: "2:3 The control character U+0000 is not allowed in YAML" },
  { name: "a control character", given: "a: '\x1b'", want: "1:5 The control character U+001B is not allowed in YAML" },
  { name: "a tab", given: "v:\n\ta: 1", want: "2:1 A tab cannot indent: use spaces" },
  { name: "broken YAML", given: "a: [1", want: '1:4 "[" is not closed' },
  { name: "broken JSON", given: '{"a": 1 "b": 2}', want: '1:9 Expected "," or "}", found "\\""' },
  {
    name: "what is not JSON after two values of it",
    given: '{"a": 1}\n{"b": 2}\nc: 3\n',
    want: "3:1 Expected a value",
  },
  { name: "JSON that ends early", given: '{"a": [1, ', want: "1:11 Expected a value, found the end" },
  {
    name: "an open string in JSON",
    given: '{"a": "b\n}',
    want: "1:7 A string is not closed, or has a character that JSON must escape",
  },
])("readManifest() refuses $name", ({ given, want }) => {
  expect(read(given).filter((value) => typeof value === "string")).toEqual([want]);
});

test.each([
  { name: '"..."', given: "a: 1\n...\nb: 1\n", want: { line: 3, column: 1 } },
  { name: "a closed bracket", given: "\n{a: 1} b\n", want: { line: 2, column: 8 } },
  { name: '"..." alone', given: "a: 1\n...\n# c\n", want: undefined },
])("readManifest() tells of text behind $name that kubectl ignores", ({ given, want }) => {
  const [document, ...others] = readManifest(given);
  expect(document?.value).toEqual({ a: 1 });
  expect(document?.ignored?.position()).toEqual(want);
  expect(others).toEqual([]);
});

test("readManifest() goes on after a document that it refuses", () => {
  expect(read("a: [\n---\na: 1\n")).toEqual(['1:4 "[" is not closed', { a: 1 }]);
});

test("readManifest() keeps keys such as __proto__ as keys", () => {
  const [value] = read("__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 2}}") as [object];
  expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect("polluted" in {}).toBe(false);
});

test("says of a template that it is to be rendered first", () => {
  const hint = '; with "{{" it looks like a template: render it first, as helm template does';
  expect(read("metadata:\n  name: {{ .Values.name }}\n  {{- end }}\n").join()).toMatch(new RegExp(`${hint}$`));
  expect(read("{{- if .Values.web }}\nkind: Service\n{{- end }}\n").join()).toContain(hint);
  expect(read("a: [\n").join()).not.toContain("template");
});
