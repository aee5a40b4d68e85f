import { ingress, ingressClass, type KubeObject, service, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, testTime } from "../testing/judge.ts";
import { compareEvaluations, type Comparison, isDifferent } from "./compare-evaluations.ts";
import { formatComparisonText } from "./comparison-text.ts";
import { formatHeadline, summarizeComparison } from "./summarize-comparison.ts";

const base = [ingressClass("nginx"), ingressClass("internal"), service(), slice()];
const web = (options: Parameters<typeof ingress>[0] = {}): KubeObject => ingress(options);
const withUid = (uid: string): Parameters<typeof ingress>[0] => ({ metadata: { uid } });

async function compare(before: readonly KubeObject[], after: readonly KubeObject[]): Promise<Comparison> {
  return compareEvaluations(await judge(before), await judge(after));
}

function headlineOf(comparison: Comparison): string {
  return formatHeadline(summarizeComparison(comparison));
}

describe("compareEvaluations()", () => {
  test.each([
    { name: "nothing", before: [web()], after: [web()], want: "no differences" },
    { name: "an emptied address", before: [web()], after: [web({ status: [] })], want: "1 address emptied" },
    {
      name: "a changed address",
      before: [web()],
      after: [web({ status: [{ ip: "203.0.113.99" }] })],
      want: "1 address changed",
    },
    { name: "a gained address", before: [web({ status: [] })], after: [web()], want: "1 address gained" },
    {
      name: "another order of addresses",
      before: [web({ status: [{ ip: "203.0.113.1" }, { ip: "203.0.113.2" }] })],
      after: [web({ status: [{ ip: "203.0.113.2" }, { ip: "203.0.113.1" }] })],
      want: "no differences",
    },
    { name: "another class", before: [web()], after: [web({ className: "internal" })], want: "1 class changed" },
    {
      name: "Ingresses that came and went",
      before: [web(), web({ name: "old", host: "old.example" })],
      after: [web(), web({ name: "new", host: "new.example" })],
      want: "1 Ingress added, 1 removed",
    },
    {
      name: "an Ingress that was made again",
      before: [web(withUid("a"))],
      after: [web({ ...withUid("b"), status: [] })],
      want: "1 Ingress recreated",
    },
    {
      name: "an Ingress that is being deleted",
      before: [web()],
      after: [web({ status: [], metadata: { deletionTimestamp: testTime } })],
      want: "1 Ingress removed",
    },
  ])("tells $name", async ({ before, after, want }) => {
    const comparison = await compare([...base, ...before], [...base, ...after]);
    expect(headlineOf(comparison)).toBe(want);
    expect(isDifferent(comparison)).toBe(want !== "no differences");
  });

  test("tells which findings appeared and disappeared", async () => {
    const broken = [web(), ...base.slice(0, 2), service("other"), slice("other")];
    const comparison = await compare([web(), ...base], broken);
    expect(headlineOf(comparison)).toBe("1 finding appeared");
    expect(comparison.appeared.map(({ rule }) => rule)).toEqual(["backend/service-missing"]);
    const back = await compare(broken, [web(), ...base]);
    expect(headlineOf(back)).toBe("1 finding disappeared");
  });

  test("does not take what is out of sight for gone", async () => {
    const broken = [web({ backend: { service: { name: "gone", port: { number: 80 } } } }), ...base];
    const blind = broken.filter(({ kind }) => kind !== "Service");
    for (const [before, after] of [[broken, blind], [blind, broken]] as const) {
      const comparison = await compare(before, after);
      expect(headlineOf(comparison)).toBe("no differences");
      expect(comparison.notCompared).toEqual([
        { family: "backend", reason: "services of test: the snapshot holds no object of services" },
        ...comparison.notCompared.slice(1),
      ]);
    }
  });

  test("finds each of many changes once", async () => {
    const many = (status: (index: number) => readonly object[]): readonly KubeObject[] => [
      ...base,
      ...Array.from(
        { length: 60 },
        (_, index) => ingress({ name: `app-${index}`, host: `app-${index}.example`, status: status(index) }),
      ),
    ];
    const comparison = await compare(
      many(() => [{ ip: "203.0.113.10" }]),
      many((index) => index < 34 ? [] : [{ ip: index < 36 ? "203.0.113.99" : "203.0.113.10" }]),
    );
    expect(headlineOf(comparison)).toMatch(/^34 addresses emptied, 2 changed/);
    expect(comparison.appeared.filter(({ rule }) => rule === "address/lost")).toHaveLength(34);
    const options = { hasColor: false, isVerbose: false };
    const text = formatComparisonText(comparison, options);
    expect(text).toContain("  and 16 more; --verbose shows them\n");
    expect(formatComparisonText(comparison, { ...options, isVerbose: true })).not.toContain("--verbose");
  });
});

describe("formatComparisonText()", () => {
  test("prints nothing of a cluster as it is", async () => {
    const hostile = "\u001b[2Jx\nfake headline";
    const before = await judge([...base, web()]);
    const after = await judge([...base, web({ className: hostile })]);
    const text = formatComparisonText(compareEvaluations(before, after), { hasColor: false, isVerbose: true });
    expect(text).not.toContain("\u001b");
    expect(text).not.toContain("\nfake headline");
    expect(text).toContain("\\u{1b}[2Jx\\u{a}fake headline");
  });
});
