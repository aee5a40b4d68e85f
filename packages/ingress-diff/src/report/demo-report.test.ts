import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { decodeSnapshot } from "../cli/decode-snapshot.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { allRules } from "../rules/all-rules.ts";
import { toJsonReport } from "./json-report.ts";
import { formatTextReport } from "./text-report.ts";
import { formatJsonReport } from "./write-json-report.ts";

let evaluation: Evaluation;

beforeAll(async () => {
  const text = await readFile(fileURLToPath(new URL("../../demo/shop.yaml", import.meta.url)), "utf8");
  const view = observeSnapshot([decodeSnapshot({ name: "shop.yaml", text })], {
    source: "demo snapshot",
    at: "1970-01-01",
  });
  evaluation = evaluate(view, { at: view.at });
});

describe("the demo", () => {
  test("shows every family of rules, except writers, who are only a note", () => {
    const familyOf = (rule: string): string => rule.split("/")[0] ?? "";
    const shown = new Set(evaluation.findings.map(({ rule }) => familyOf(rule)));
    const all = new Set(allRules.map(({ id }) => familyOf(id)));
    expect([...shown].sort()).toEqual([...all].filter((family) => family !== "api").sort());
  });

  test.each([80, 120])("formatTextReport() prints it at %i columns as in the golden file", async (width) => {
    const text = formatTextReport(evaluation, { width, hasColor: false, isVerbose: false });
    await expect(text).toMatchFileSnapshot(`golden/demo-${width}.txt`);
    for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(width);
  });

  test("formatTextReport() shows healthy Ingresses with --verbose", async () => {
    const text = formatTextReport(evaluation, { width: 100, hasColor: false, isVerbose: true });
    await expect(text).toMatchFileSnapshot("golden/demo-verbose.txt");
  });

  test("formatJsonReport() prints it as in the golden file", async () => {
    await expect(formatJsonReport(evaluation)).toMatchFileSnapshot("golden/demo.json");
  });

  test("is the same with colours, once they are taken away", () => {
    const plain = formatTextReport(evaluation, { width: 100, hasColor: false, isVerbose: false });
    const coloured = formatTextReport(evaluation, { width: 100, hasColor: true, isVerbose: false });
    expect(coloured).not.toBe(plain);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(plain);
  });

  test("counts the same in text and JSON", () => {
    const { summary, ingresses, findings } = toJsonReport(evaluation);
    const states = ingresses.flatMap(({ routes }) => routes.map(({ state }) => state));
    expect(summary).toEqual({
      ingresses: ingresses.length,
      routes: states.length,
      failing: states.filter((state) => state === "failing").length,
      unknown: states.filter((state) => state === "unknown").length,
    });
    const ids = new Set(findings.map(({ id }) => id));
    expect(ids.size).toBe(findings.length);
    for (const id of ingresses.flatMap(({ routes }) => routes.flatMap((route) => route.findings))) {
      expect(ids).toContain(id);
    }
  });

  test("holds no private key", async () => {
    const text = await readFile(fileURLToPath(new URL("../../demo/shop.yaml", import.meta.url)), "utf8");
    expect(text).not.toContain("PRIVATE KEY");
    expect(text).not.toContain(btoa("-----BEGIN PRIVATE").slice(0, 20));
    expect([...text.matchAll(/tls\.key: (.*)/g)].map(([, value]) => value)).toEqual(Array(4).fill('""'));
  });
});
