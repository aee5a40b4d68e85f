import { expect, test } from "vitest";
import { decodeSnapshot } from "./decode-snapshot.ts";

test.each([
  { name: "text that is not YAML", text: "a: [b", want: /^Cannot read "shop.yaml", line 1: "\[" is not closed$/ },
  { name: "a template", text: "a: {{ .b }}\n", want: /it looks like a template: render it first/ },
  {
    name: "aliases that grow beyond measure",
    text: bomb(),
    want: /line \d+: Nearly all of its values come from aliases/,
  },
])("decodeSnapshot() refuses $name", ({ text, want }) => {
  const { documents } = decodeSnapshot({ name: "shop.yaml", text });
  expect(() => [...documents]).toThrow(want);
});

function bomb(): string {
  const items = (name: string): string => Array(10).fill(name).join(",");
  return Array.from(
    { length: 9 },
    (_, index) => `a${index}: &a${index} [${items(index === 0 ? "x" : `*a${index - 1}`)}]\n`,
  )
    .join("");
}
