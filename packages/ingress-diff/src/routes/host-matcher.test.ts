import fc from "fast-check";
import { expect, test } from "vitest";
import { coversHost, createHostMatcher } from "./host-pattern.ts";

const label = fc.constantFrom("a", "b", "A", "*");
const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));

test("createHostMatcher() says what coversHost() says of each pattern", () => {
  fc.assert(fc.property(fc.array(name, { maxLength: 5 }), name, (patterns, host) => {
    expect(createHostMatcher(patterns)(host)).toBe(patterns.some((pattern) => coversHost(pattern, host)));
  }));
});
