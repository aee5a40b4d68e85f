import { cpuUsage } from "node:process";
import { expect, test } from "vitest";
import { readManifest } from "./read-manifest.ts";

const many = 20_000;
const bomb = (open: string, close: string): string =>
  Array.from(
    { length: 30 },
    (_, level) =>
      `a${level}: &a${level} ${open}${level === 0 ? "x: 1" : Array(9).fill(`*a${level - 1}`).join(",")}${close}`,
  ).join("\n");

test.each([
  { name: "lists 10,000 deep", text: "[".repeat(10_000), problem: /more than 500 levels/ },
  { name: "blocks 10,000 deep", text: "- ".repeat(10_000), problem: /more than 500 levels/ },
  { name: "keys 10,000 deep", text: "? ".repeat(10_000), problem: /more than 500 levels/ },
  { name: "JSON 10,000 deep", text: '{"a":'.repeat(10_000), problem: /more than 500 levels/ },
  { name: "aliases of aliases 10,000 deep", text: `a0: &a0 []\n${chain()}`, problem: /come from aliases/ },
  { name: "depth in depth", text: `a: &a ${nested("b")}\nc: ${nested("*a")}\n`, problem: /more than 500 levels/ },
  { name: "aliases that double at each step", text: bomb("[", "]"), problem: /come from aliases/ },
  { name: "2,000,001 values", text: "-\n".repeat(2_000_001), problem: /more than 2000000 values/ },
  {
    name: "merges that double at each step",
    text: bomb("{x: {<<: [", "]}}").replace("<<: [x: 1]", "y: 1"),
    problem: /come from aliases/,
  },
  { name: "64 Mi characters", text: `${"a".repeat(64 * 1024 * 1024)}\n`, problem: /longer than 64 Mi characters/ },
  { name: "a NUL byte", text: "a: \0", problem: /control character U\+0000/ },
  { name: "commas", text: `a: [${",".repeat(many)}`, problem: /found ","/ },
  { name: "colons", text: `a: ${": ".repeat(many)}`, problem: /":" is not allowed here/ },
  { name: "an open string of many lines", text: `a: "${"x\n ".repeat(many)}`, problem: /quote is not closed/ },
])("readManifest() refuses $name", ({ text, problem }) => {
  expect([...readManifest(text)][0]?.problem).toMatch(problem);
});

function nested(text: string): string {
  return `${"[".repeat(300)}${text}${"]".repeat(300)}`;
}

function chain(): string {
  return Array.from({ length: 10_000 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}]`).join("\n");
}

const sizes = [4_000, 32_000] as const;

// What costs the square of its size takes 64 times as long at 8 times the size.
test.each([
  { name: "keys", make: (size: number) => Array.from({ length: size }, (_, index) => `k${index}: 1\n`).join("") },
  { name: "items", make: (size: number) => `a:\n${"- x\n".repeat(size)}` },
  { name: "aliases", make: (size: number) => `a: &a x\nb: [${"*a,".repeat(size)}]` },
  { name: "anchors", make: (size: number) => Array.from({ length: size }, (_, index) => `- &a${index} 1\n`).join("") },
  { name: "documents", make: (size: number) => "a: 1\n---\n".repeat(size) },
  { name: "separators", make: (size: number) => "---\n".repeat(size) },
  { name: "spaces", make: (size: number) => `a: 1\n${" ".repeat(size * 10)}` },
  { name: "digits", make: (size: number) => `a: ${"1".repeat(size)}` },
  { name: "letters in quotes", make: (size: number) => `{"a":"${"\\n".repeat(size * 10)}"}` },
  { name: "dots in a key", make: (size: number) => `${"a.".repeat(size)}: 1` },
])("readManifest() takes time in line with the number of $name, positions included", ({ make }) => {
  const [small, large] = sizes.map((size) => {
    const text = make(size);
    const times = [1, 2, 3].map(() => measure(text));
    return Math.min(...times);
  });
  expect(large).toBeLessThan(30 * Math.max(small ?? 0, 4));
});

/** Time of the processor, in milliseconds: other work on the machine changes that less than the clock. */
function measure(text: string): number {
  const start = cpuUsage();
  for (const document of readManifest(text)) {
    document.start();
    const { value } = document;
    if (typeof value !== "object" || value === null) continue;
    for (const key of Object.keys(value)) document.find([], `${key}[1]`, "value");
  }
  return cpuUsage(start).user / 1000;
}
