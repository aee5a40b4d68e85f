import { describe, expect, test } from "vitest";
import { toJsPattern } from "./js-pattern.ts";

function regExp(pattern: string): RegExp {
  const converted = toJsPattern(pattern);
  if (!converted) throw new Error(`Cannot convert ${pattern}`);
  return new RegExp(converted.source, converted.flags);
}

describe("toJsPattern()", () => {
  // What Go's regexp package matches, according to its documented syntax.
  test.each([
    { pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", matches: ["a", "a-b"], others: ["-a", "A", "a\n"] },
    { pattern: "^[\\w-.]+\\-\\_\\/$", matches: ["a.b-_/"], others: ["a.b_/"] },
    { pattern: "(?i)^abc$", matches: ["ABC"], others: ["abd"] },
    { pattern: "^a.b$", matches: ["a\rb", "a😀b", "a\u2028b"], others: ["a\nb"] },
    { pattern: "(?s)^a.b$", matches: ["a\nb"], others: ["ab"] },
    { pattern: "^\\s$", matches: [" ", "\t"], others: ["\u00a0", "\v"] },
    { pattern: "^[\\s]$", matches: ["\f"], others: ["\u2003"] },
    { pattern: "^\\S$", matches: ["\u00a0"], others: [" "] },
    { pattern: "^[[:alpha:]_]+$", matches: ["aB_"], others: ["a1", "é"] },
    { pattern: "^\\pL\\p{Greek}\\P{Lu}$", matches: ["éαa"], others: ["éaa", "éαA"] },
    { pattern: "\\Aa\\z", matches: ["a"], others: ["a\n", "ba"] },
    { pattern: "(?m)^a$", matches: ["b\na"], others: ["ba"] },
    { pattern: "\\Aa$", matches: ["a"], others: ["b\na"] },
    { pattern: "^(?P<name>a)(?:b)$", matches: ["ab"], others: ["a"] },
    { pattern: "^\\x41\\x{1F600}$", matches: ["A😀"], others: ["A"] },
    { pattern: "^a{2}{$", matches: ["aa{"], others: ["aa"] },
    { pattern: "^{a}]$", matches: ["{a}]"], others: ["a"] },
    { pattern: "^[]a]$", matches: ["]", "a"], others: ["b"] },
    { pattern: "^[^]a]$", matches: ["b"], others: ["]"] },
    { pattern: "^[a[]$", matches: ["[", "a"], others: ["b"] },
    { pattern: "^[\\]-a}-~]$", matches: ["^", "_", "~"], others: ["-", "b"] },
    { pattern: "^[\\\\w-z]$", matches: ["x", "\\"], others: ["-"] },
    { pattern: "^[\\]\\-]$", matches: ["]", "-"], others: ["\\"] },
    { pattern: "^\\\"\\'\\@$", matches: ["\"'@"], others: ["\\"] },
  ])("$pattern matches what Go matches", ({ pattern, matches, others }) => {
    const converted = regExp(pattern);
    expect(matches.filter((text) => !converted.test(text))).toEqual([]);
    expect(others.filter((text) => converted.test(text))).toEqual([]);
  });

  test.each([
    "(?U)a+",
    "a(?i)b",
    "(?i:a)",
    "(?=a)",
    "(?<!a)",
    "(a)\\1",
    "\\Qa\\E",
    "[[:^alpha:]]",
    "[[:nope:]]",
    "[a",
    "(",
    "a**",
  ])(
    "leaves %s to the server",
    (pattern) => {
      expect(toJsPattern(pattern)).toBeUndefined();
    },
  );
});
