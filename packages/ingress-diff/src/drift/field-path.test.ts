import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatFieldPath, isWithin, parseFieldPath, type PathStep } from "./field-path.ts";

const steps: fc.Arbitrary<readonly PathStep[]> = fc.array(
  fc.oneof(
    fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,8}$/).map((field) => ({ field })),
    fc.string().map((key) => ({ key })),
    fc.string().map((value) => ({ selector: `host=${JSON.stringify(value)}` })),
    fc.nat(99).map((index) => ({ selector: String(index) })),
  ),
  { minLength: 1, maxLength: 6 },
);

describe("parseFieldPath()", () => {
  test("reads what formatFieldPath() writes", () => {
    fc.assert(fc.property(steps, (path) => {
      expect(parseFieldPath(formatFieldPath(path))).toEqual(path);
    }));
  });

  test.each(["", "spec..rules", "spec[", 'metadata.labels["a', ".", "spec]"])("throws for %j", (text) => {
    expect(() => parseFieldPath(text)).toThrow(SyntaxError);
  });
});

describe("isWithin()", () => {
  test.each([
    { place: '.spec.rules[host="a"].http.paths[path="/"]', pattern: "spec.rules[*].http", want: true },
    { place: ".spec.rules", pattern: "spec.rules[*].http", want: false },
    { place: '.metadata.annotations["a.b/c"]', pattern: '.metadata.annotations["a.b/c"]', want: true },
    { place: '.metadata.annotations["app"]', pattern: ".metadata.annotations.app", want: true },
    { place: '.metadata.annotations["app"]', pattern: ".metadata.annotations[*]", want: true },
    { place: '.metadata.annotations["a.b/c"]', pattern: '.metadata.annotations["a.b"]', want: false },
    { place: ".spec.ingressClassName", pattern: "spec", want: true },
    { place: '.spec.rules[host="a"]', pattern: 'spec.rules[host="b"]', want: false },
  ])("says $want for $place and $pattern", ({ place, pattern, want }) => {
    expect(isWithin(parseFieldPath(place), parseFieldPath(pattern))).toBe(want);
  });
});
