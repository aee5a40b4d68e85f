import { cpuUsage } from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byteLength, isLongerThan } from "./byte-length.ts";
import { dns1035LabelProblems } from "./dns-1035-label.ts";
import { dns1123LabelProblems } from "./dns-1123-label.ts";
import { dns1123SubdomainProblems } from "./dns-1123-subdomain.ts";
import { isIpAddress } from "./ip-address.ts";
import { labelValueProblems } from "./label-value.ts";
import { pathSegmentNameProblems } from "./path-segment-name.ts";
import { portNameProblems } from "./port-name.ts";
import { qualifiedNameProblems } from "./qualified-name.ts";
import { wildcardHostProblems } from "./wildcard-host.ts";

// Each form as the grammar that Kubernetes gives for it; ours search for a wrong place instead, and must agree.
const label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const forms = [
  { problemsOf: dns1123LabelProblems, grammar: new RegExp(`^${label}$`), longest: 63 },
  { problemsOf: dns1035LabelProblems, grammar: /^[a-z]([-a-z0-9]*[a-z0-9])?$/, longest: 63 },
  { problemsOf: dns1123SubdomainProblems, grammar: new RegExp(`^${label}(\\.${label})*$`), longest: 253 },
  { problemsOf: wildcardHostProblems, grammar: new RegExp(`^\\*\\.${label}(\\.${label})*$`), longest: 253 },
  { problemsOf: labelValueProblems, grammar: /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/, longest: 63 },
];
const nearly = fc.string({
  unit: fc.constantFrom("a", "z", "0", "-", ".", "*", "A", "_", "é", "\n", "/"),
  maxLength: 8,
});

describe("the forms of names", () => {
  test.each(forms)("$problemsOf.name() agrees with the grammar", ({ problemsOf, grammar }) => {
    fc.assert(fc.property(nearly, (text) => (problemsOf(text).length === 0) === grammar.test(text)), { numRuns: 3000 });
  });

  test.each(forms)("$problemsOf.name() counts bytes", ({ problemsOf, longest }) => {
    const start = problemsOf === wildcardHostProblems ? "*." : "";
    expect(problemsOf(start + "a".repeat(longest - start.length))).toEqual([]);
    expect(problemsOf(start + "a".repeat(longest + 1 - start.length))).toEqual([`is longer than ${longest} bytes`]);
    expect(problemsOf("é".repeat(Math.ceil((longest + 1) / 2)))).toHaveLength(2);
  });

  test.each(
    [
      ...forms,
      ...[qualifiedNameProblems, portNameProblems, pathSegmentNameProblems].map((problemsOf) => ({ problemsOf })),
    ],
  )("$problemsOf.name() takes linear time", ({ problemsOf }) => {
    const start = cpuUsage();
    for (const part of ["a", "-", "a.", "a-", ".", "*.", "é"]) problemsOf(`${part.repeat(300_000)}!`);
    expect(cpuUsage(start).user / 1000).toBeLessThan(1500);
  });
});

test.each([
  ["http", 0],
  ["a", 0],
  ["1a1", 0],
  ["a-b", 0],
  ["abcdefghijklmno", 0],
  ["", 2],
  ["80", 1],
  ["a--b", 1],
  ["-a", 1],
  ["a-", 1],
  ["A", 2],
  ["abcdefghijklmnop", 1],
  ["-", 2],
  ["--", 3],
  ["é", 2],
  ["--É-----------1-", 5],
])("portNameProblems(%j) finds %i", (name, want) => expect(portNameProblems(name)).toHaveLength(want));

test.each([
  ["a", 0],
  ["A_b.c-d", 0],
  ["a.b/C", 0],
  ["", 2],
  ["/", 3],
  ["/a", 1],
  ["a/", 2],
  ["a/b/c", 1],
  ["A/b", 1],
  ["_", 1],
  ["a".repeat(64), 1],
  [`${"a".repeat(63)}_`, 2],
  [`${"a".repeat(254)}/b`, 1],
  [`${"A".repeat(254)}/-`, 3],
])("qualifiedNameProblems(%j) finds %i", (name, want) => expect(qualifiedNameProblems(name)).toHaveLength(want));

test.each([["a", 0], ["..a", 0], [" é", 0], [".", 1], ["..", 1], ["a/b", 1], ["%", 1], ["/%/%", 2]])(
  "pathSegmentNameProblems(%j) finds %i",
  (name, want) => expect(pathSegmentNameProblems(name)).toHaveLength(want),
);

test.each([
  ["1.2.3.4", true],
  ["01.002.0003.4", true],
  ["255.255.255.255", true],
  ["256.1.1.1", false],
  ["1.2.3", false],
  ["1.2.3.4.5", false],
  ["1.2.3.", false],
  ["a.b.c.1", false],
  ["::", true],
  ["::1", true],
  ["1::", true],
  ["1:2:3:4:5:6:7:8", true],
  ["1:2:3:4:5:6:7", false],
  ["1:2:3:4:5:6:7:8:9", false],
  ["1::2::3", false],
  ["::ffff:1.2.3.4", true],
  ["1.2.3.4::", false],
  ["1:2:3:4:5:6:1.2.3.4", true],
  ["fe80::1%eth0", false],
  ["12345::", false],
  [":1", false],
  ["", false],
  ["::g", false],
])("isIpAddress(%j) is %s", (text, want) => expect(isIpAddress(text)).toBe(want));

test("byteLength() counts what UTF-8 takes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(20), (text, limit) => {
      const bytes = new TextEncoder().encode(text).length;
      return byteLength(text) === bytes && isLongerThan(text, limit) === bytes > limit;
    }),
  );
});
