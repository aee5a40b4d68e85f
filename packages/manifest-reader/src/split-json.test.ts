import fc from "fast-check";
import { expect, test } from "vitest";
import { splitJson } from "./split-json.ts";

test.each([
  { text: '{"a":1}{"b":2}', want: ['{"a":1}', '{"b":2}'] },
  { text: ' {"a":"}{"}\n\n[1,{}]\n', want: ['{"a":"}{"}', "[1,{}]"] },
  { text: '{"a":"\\"}"}{}', want: ['{"a":"\\"}"}', "{}"] },
  { text: '{"a":"\\\\"}{}', want: ['{"a":"\\\\"}', "{}"] },
  { text: "", want: [] },
  { text: "{} x {}", want: undefined },
  { text: '{} "x"', want: undefined },
  { text: "{}}", want: undefined },
  { text: "{", want: undefined },
  { text: '{"a', want: undefined },
])("splitJson() splits $text", ({ text, want }) => {
  expect(splitJson(text)).toEqual(want);
});

test("splitJson() finds what was put together", () => {
  const value = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
  fc.assert(fc.property(fc.array(value), fc.constantFrom("", "\n", " \r\n"), (values, between) => {
    const texts = values.map((one) => JSON.stringify(one));
    expect(splitJson(texts.join(between))).toEqual(texts);
  }));
});
