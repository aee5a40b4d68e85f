import fc from "fast-check";
import { expect, test } from "vitest";
import { createHostMatcher } from "./host-pattern.ts";

test.each([
  { pattern: "shop.example", host: "shop.example", want: true },
  { pattern: "Shop.Example", host: "shop.example", want: true },
  { pattern: "*.example", host: "shop.example", want: true },
  { pattern: "*.example", host: "www.shop.example", want: false },
  { pattern: "*.example", host: "example", want: false },
  { pattern: "*.example", host: "*.example", want: true },
  { pattern: "*.shop.example", host: "*.www.shop.example", want: false },
  { pattern: "*.example", host: "*.shop.example", want: false },
  { pattern: "w*.example", host: "www.example", want: false },
  { pattern: "*", host: "example", want: false },
  { pattern: "*.example", host: ".example", want: false },
])("createHostMatcher() says $want for $pattern and $host", ({ pattern, host, want }) => {
  expect(createHostMatcher([pattern])(host)).toBe(want);
});

test("createHostMatcher() never lets a wildcard stand for none or two labels", () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,5}$/);
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), fc.array(label, { maxLength: 3 }), (rest, first) => {
      const host = [...first, ...rest].join(".");
      expect(createHostMatcher([`*.${rest.join(".")}`])(host)).toBe(first.length === 1);
    }),
  );
});

const letters = fc.constantFrom("a", "b", "A", "*");
const name = fc.array(letters, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));

test("createHostMatcher() says of many patterns what it says of each", () => {
  fc.assert(fc.property(fc.array(name, { maxLength: 5 }), name, (patterns, host) => {
    expect(createHostMatcher(patterns)(host)).toBe(patterns.some((pattern) => createHostMatcher([pattern])(host)));
  }));
});
