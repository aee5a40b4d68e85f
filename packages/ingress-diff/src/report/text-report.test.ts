import { ingress, ingressClass, service, serviceBackend, slice, warningEvent } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { evaluate } from "../evaluate/evaluate.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { judge, testTime } from "../testing/judge.ts";
import { formatTextReport } from "./text-report.ts";

const rest = [ingressClass("nginx"), service(), slice()];
const plain = { width: 100, hasColor: false, isVerbose: false };

function broken(index: number): ReturnType<typeof ingress> {
  return ingress({ name: `i-${index}`, host: `h${index}.example`, backend: serviceBackend(`gone-${index}`, 80) });
}

describe("formatTextReport()", () => {
  test("is quiet on success", async () => {
    expect(formatTextReport(await judge([ingress(), ...rest]), plain)).toBe(
      "✓ 1 Ingress, 1 route: 1 ok; nothing found · test, 2026-06-01 00:00:00 UTC\n",
    );
  });

  test("says on success what limits it", async () => {
    const evaluation = await judge([ingress(), ...rest]);
    const view = { ...evaluation.view, isComplete: false };
    expect(formatTextReport({ ...evaluation, view }, plain).split("\n")).toEqual([
      expect.stringMatching(/^✓ 1 Ingress/),
      expect.stringContaining("not a single point in time"),
      "",
    ]);
  });

  test("shows all with --verbose, on success too", async () => {
    const text = formatTextReport(await judge([ingress(), ...rest]), { ...plain, isVerbose: true });
    expect(text).toContain("✓ shop/web  class nginx · 203.0.113.10\n  ✓ http://shop.example/  web:http  2/2 ready");
  });

  test("says a cause with the number of routes that it breaks, and folds what follows from it", async () => {
    const evaluation = await judge([ingress({ className: "gone", status: [] }), ...rest]);
    const [cause] = evaluation.findings;
    if (cause === undefined) throw new RangeError("expected a finding");
    const folded = ["a", "b"].map((id) => ({ ...cause, id, rule: "address/pending" as const, cause: cause.id }));
    const text = formatTextReport({ ...evaluation, findings: [cause, ...folded] }, plain);
    expect(text).toContain("✗ [1] 1 route fails because of IngressClass gone: does not exist");
    expect(text).toContain("    so also   address/pending (2)\n");
    expect(text).toMatch(/; 1 finding\n$/);
  });

  test("says what a controller warned of beside what was found", async () => {
    const late = ingress({ name: "late", host: "late.example", status: [] });
    const events = ["a", "b", "c"].map((reason) => warningEvent("late", { reason, message: `${reason} is not there` }));
    const text = formatTextReport(await judge([ingress(), late, ...events, ...rest]), plain);
    expect(text).toMatch(/^ {4}event {5}([abc]): \1 is not there \(last at 2026-05-31T23:50:00Z\)$/m);
    expect(text).toContain("              and 1 more warning\n");
    expect(text).not.toContain("so also");
  });

  test("counts notes, and shows them with --verbose", async () => {
    const evaluation = await judge([ingress({ status: [] }), ...rest]);
    expect(evaluation.findings.map(({ severity }) => severity)).toEqual(["info"]);
    expect(formatTextReport(evaluation, plain)).toMatch(
      /^✓ 1 Ingress, 1 route: 1 ok; nothing found, 1 note · [^\n]*\n$/,
    );
    expect(formatTextReport(evaluation, { ...plain, isVerbose: true })).toContain("i [1] IngressClass nginx: none of");
  });

  test("marks what is known", async () => {
    const evaluation = await judge([broken(1), broken(2), ...rest]);
    const known = new Set([evaluation.findings[0]?.id ?? ""]);
    const text = formatTextReport(evaluation, { ...plain, knownIds: known });
    expect(text.match(/\(known\)/g)).toHaveLength(1);
    expect(text).toMatch(/; 2 findings, 1 of them new\n$/);
  });

  test("says what could not be checked, and never that it is missing", async () => {
    const text = formatTextReport(await judge([ingress(), ingressClass("nginx")]), plain);
    expect(text).toContain("? http://shop.example/  web:http  backend not checked [1][2]");
    expect(text).toContain("? [2] every Service");
    expect(text).toContain("could not be checked: the snapshot holds no object of services");
    expect(text).not.toMatch(/missing(?!-|$)|does not exist/m);
    expect(text).toMatch(/1 not known; nothing found, 2 could not be checked\n$/);
  });

  test("says that the lists are not of one point in time, and that one namespace was read", async () => {
    const evaluation = await judge([ingress(), ...rest]);
    const odd: Evaluation = { ...evaluation, view: { ...evaluation.view, isComplete: false, namespace: "shop" } };
    const text = formatTextReport(odd, plain);
    expect(text).toContain("this is not a single point in time");
    expect(text).toContain("Only namespace shop was read");
  });

  test("prints no control character of the cluster's", async () => {
    const evil = "\u001b[2J\u009b31m\u202eevil\r\n";
    const text = formatTextReport(
      await judge([
        ingress({
          name: `web${evil}`,
          namespace: `shop${evil}`,
          className: `class${evil}`,
          host: `host${evil}`,
          path: `/${evil}`,
          backend: serviceBackend(`svc${evil}`, `port${evil}`),
          status: [{ hostname: `lb${evil}` }],
        }),
        ...rest,
      ]),
      { ...plain, isVerbose: true },
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain("\\u{1b}[2J");
  });

  test("counts all routes that a fault breaks, also of Ingresses that are not shown", async () => {
    const gone = serviceBackend("gone", 80);
    const items = ["a", "b"].map((name) => ingress({ name, host: `${name}.example`, backend: gone }));
    const { view } = await judge([...items, ...rest]);
    const evaluation = evaluate(view, { at: testTime, select: ({ name }) => name === "a" });
    const text = formatTextReport(evaluation, plain);
    expect(text).toContain("2 routes fail because of Service shop/gone: does not exist");
    expect(text).toContain("affects   shop/a, shop/b");
    expect(text).toContain("1 Ingress, 1 route: 0 ok, 1 failing; 1 finding");
  });

  test("folds what would not fit a screen, and shows it with --verbose", async () => {
    const evaluation = await judge([...Array.from({ length: 200 }, (_, index) => broken(index)), ...rest]);
    const folded = formatTextReport(evaluation, plain);
    expect(folded).toContain("… and 160 more Ingresses that need a look; --verbose shows all");
    expect(folded).toContain("… and 140 more findings; --verbose shows all");
    expect(formatTextReport(evaluation, { ...plain, isVerbose: true })).not.toContain("…");
  });

  test("folds the healthy routes of an Ingress with many", async () => {
    const paths = Array.from({ length: 30 }, (_, index) => ({
      path: `/p${index}`,
      pathType: "Prefix",
      backend: serviceBackend(index === 7 ? "gone" : "web", "http"),
    }));
    const given = [ingress({ spec: { rules: [{ host: "shop.example", http: { paths } }] } }), ...rest];
    const text = formatTextReport(await judge(given), plain);
    expect(text).toContain("✗ http://shop.example/p7  gone:http  no Service [1]");
    expect(text).toContain("✓ 29 more routes are fine");
    expect(text).not.toContain("/p8");
  });
});
