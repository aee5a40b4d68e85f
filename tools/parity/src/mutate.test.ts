import { createRandom } from "@kubeschema-tools/clusters";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { kinds } from "./kinds/mod.ts";
import { mutate } from "./mutate.ts";

test.each(kinds)(
  "mutate() makes the same mutants of $name from the same seed, and does not change its base",
  (kind) => {
    const before = hashOf(kind.bases);
    const make = (seed: number): string => {
      const random = createRandom(seed);
      return hashOf(Array.from({ length: 50 }, () => mutate(kind, random)));
    };
    expect(make(1)).toBe(make(1));
    expect(make(1)).not.toBe(make(2));
    expect(hashOf(kind.bases)).toBe(before);
  },
);

test.each(kinds)("bases of $name are valid", async ({ bases, validate }) => {
  for (const base of bases) expect(await validate(base, { kubernetesVersion: "1.20" })).toEqual([]);
});

// Some mutants are a megabyte long, which no message should show.
function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
