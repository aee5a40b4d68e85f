import { expect, test } from "vitest";
import { readValues } from "./read-values.ts";

test.each([
  { name: "JSON", text: '{"a": [1, {"b": "}"}]}', want: [{ value: { a: [1, { b: "}" }] } }] },
  { name: "JSON texts one after another", text: '{"a":1}\n{"b":2}', want: [{ value: { a: 1 } }, { value: { b: 2 } }] },
  { name: "a list", text: "[1]", want: [{ value: [1] }] },
  { name: "nothing", text: " \n", want: [] },
  {
    name: "YAML by the words of YAML 1.1",
    text: "a: 0777\nb: [on, off]\n---\nc: 1:30\n",
    want: [{ value: { a: 511, b: [true, false] } }, { value: { c: "1:30" } }],
  },
  { name: "JSON after a separator", text: '---\n{"a": 1}\n', want: [{ value: { a: 1 } }] },
  {
    name: "what is wrong, at its line",
    text: "a: 1\nb: 2\na: 3\n",
    want: [{ problem: 'The key "a" is duplicated', line: 3 }],
  },
  {
    name: "JSON that ends early",
    text: '{"a": [1,\n 2',
    want: [{ problem: 'Expected "," or "]", found the end', line: 2 }],
  },
  {
    name: "JSON that is too deep",
    text: "[".repeat(501) + "]".repeat(501),
    want: [{ problem: "It nests more than 500 levels deep", line: 1 }],
  },
])("readValues() reads $name", ({ text, want }) => {
  expect([...readValues(text)]).toEqual(want);
});

test.each([
  { name: "plain YAML", text: "a: n\nb: [on, true]\ny: False\n" },
  { name: "all of YAML", text: "{a: n, b: [on, true], y: False}\n" },
])("readValues() reads what programs printed, where only true and false are booleans: $name", ({ text }) => {
  expect([...readValues(text, { booleans: "true-false" })]).toEqual([{ value: { a: "n", b: ["on", true], y: false } }]);
});
