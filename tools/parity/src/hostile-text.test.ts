import { expect, test } from "vitest";
import { kinds } from "./kinds/mod.ts";
import type { JsonObject } from "./mutate.ts";

const kilobyte = 1000;
const parts = [
  ...[
    "a",
    "a.",
    "a-",
    "-",
    "é",
    " ",
    "/",
    "a/",
    "../",
    "%2f",
    "1:",
    "1.",
    "::",
    "*.",
    "0",
    ",",
    "a:1,",
    "\\",
    "$(",
    "['",
  ],
  ...["iqn.2015-02.", "iqn.2015-02.a:b", "metadata.labels['", ".kubernetes.io/", "\n", "=", "\u0000", "\ud800"],
];

/** A long text that is wrong only at its end. */
function textOf(part: string, length: number): string {
  return `${part.repeat(Math.ceil(length / part.length))}!`;
}

interface Leaf {
  readonly parent: object;
  readonly key: string;
}

function leavesOf(value: unknown): readonly Leaf[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string" ? [{ parent: value, key }] : leavesOf(inner)
  );
}

/** The objects of a kind, each with one of its texts replaced. */
function* withOneText(bases: readonly JsonObject[], text: string): Generator<JsonObject> {
  // Some bases are duplicated, to be mutated more often.
  for (const base of new Map(bases.map((base) => [JSON.stringify(base), base])).values()) {
    for (let index = 0; index < leavesOf(base).length; index++) {
      const object = structuredClone(base);
      const leaf = leavesOf(object)[index];
      if (leaf === undefined || leaf.parent === object) continue;
      Reflect.set(leaf.parent, leaf.key, text);
      yield object;
    }
  }
}

// Work that is quadratic in the length of one of these texts takes minutes, and the test times out.
test.each(kinds)(
  "validators of $name judge any text in any place in linear time",
  { timeout: 60_000 },
  async (kind) => {
    let count = 0;
    for (const part of parts) {
      for (const object of withOneText(kind.bases, textOf(part, 100 * kilobyte))) {
        expect(Array.isArray(await kind.validate(object, { kubernetesVersion: "1.20" }))).toBe(true);
        count++;
      }
    }
    expect(count).toBeGreaterThan(parts.length);
  },
);

test.each(kinds)("validators of $name judge a megabyte in every place", { timeout: 60_000 }, async (kind) => {
  for (const part of ["a", "a.b/", "é"]) {
    const object = structuredClone(kind.bases[0] ?? {});
    for (const { parent, key } of leavesOf(object)) {
      if (parent !== object) Reflect.set(parent, key, textOf(part, 1000 * kilobyte));
    }
    const issues = await kind.validate(object, { kubernetesVersion: "1.20" });
    expect(issues.length).toBeGreaterThan(0);
    for (const { message } of issues) expect(message.length).toBeLessThan(1000);
  }
});
