import fc from "fast-check";
import { expect, test } from "vitest";
import { coversHost } from "./host-pattern.ts";

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
])("coversHost() says $want for $pattern and $host", ({ pattern, host, want }) => {
  expect(coversHost(pattern, host)).toBe(want);
});

test("coversHost() never lets a wildcard stand for none or two labels", () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,5}$/);
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), fc.array(label, { maxLength: 3 }), (rest, first) => {
      const host = [...first, ...rest].join(".");
      expect(coversHost(`*.${rest.join(".")}`, host)).toBe(first.length === 1);
    }),
  );
});
